import type { DataOf } from '@/contract'
import { useCopy } from '@/copy/context'
import { back } from '@/platform/navigation'
import { actionOf } from '../card/actions'
import { FlowScreen } from '../screen/flow-screen'
import { CitizenScreen } from '../screen/citizen-screen'
import { Done } from './done'
import { Explain } from './explain'
import { useReportLoss } from './index'
import { NotNow } from './not-now'
import { Temporary } from './temporary'

interface ReportFlowProps {
  readonly detail: DataOf<'card/get'>
  readonly onLapsed: () => void
}

/** Reporting a loss, from what will happen to the receipt. */
export const ReportFlow = ({ detail, onLapsed }: ReportFlowProps) => {
  const { t } = useCopy()
  const { card, report } = detail
  const flow = useReportLoss(card.cardId)
  const leave = () => void (flow.back() || back())
  if (flow.step === 'done' && flow.outcome) return <Done outcome={flow.outcome} />
  if (flow.step !== 'explain') return <FlowScreen flow={flow} purpose="reportLoss" card={card} onBack={leave} />
  if (!actionOf(card, 'reportLoss').allowed) return <CitizenScreen task title={t.screens.reportLoss} onBack={leave}><NotNow card={card} /></CitizenScreen>
  if (report?.lapsesAt && report.kind === 'temporary') {
    return <Temporary card={card} report={{ ...report, lapsesAt: report.lapsesAt }} onGo={flow.start} onBack={leave} onLapsed={onLapsed} />
  }
  return <Explain card={card} onGo={flow.start} onBack={leave} />
}
