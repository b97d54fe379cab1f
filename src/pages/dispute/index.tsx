import { useToldCopy } from '@/copy/told'
import { CardGate } from '@/features/card/card-gate'
import { useDispute } from '@/features/dispute'
import { DisputeFlow } from '@/features/dispute/dispute-flow'
import { useParams } from '@/platform/navigation'

const DisputePage = () => {
  const { m } = useToldCopy()
  const { cardId, about } = useParams('dispute')
  const disputing = useDispute(cardId)
  return <CardGate cardId={cardId} title={m.titles.dispute}>{(detail) => <DisputeFlow detail={detail} about={about} disputing={disputing} />}</CardGate>
}

export default DisputePage
