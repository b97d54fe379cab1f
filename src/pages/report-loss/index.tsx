import { useCopy } from '@/copy/context'
import { CardGate } from '@/features/card/card-gate'
import { ReportFlow } from '@/features/loss-report/report-flow'
import { useParams } from '@/platform/navigation'

const ReportLossPage = () => {
  const { t } = useCopy()
  const { cardId } = useParams('reportLoss')
  return (
    <CardGate cardId={cardId} title={t.screens.reportLoss}>
      {(detail, refresh) => <ReportFlow detail={detail} onLapsed={refresh} />}
    </CardGate>
  )
}

export default ReportLossPage
