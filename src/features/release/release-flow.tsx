import type { DataOf } from '@/contract'
import { useCopy } from '@/copy/context'
import { back } from '@/platform/navigation'
import { actionOf } from '../card/actions'
import { CitizenScreen } from '../screen/citizen-screen'
import { FlowScreen } from '../screen/flow-screen'
import { Confirm } from './confirm'
import { Done } from './done'
import { useReleaseLoss } from './index'
import { NotNow } from './not-now'

/** Releasing a report (解挂), from whose it is to the card that works again. */
export const ReleaseFlow = ({ detail }: { readonly detail: DataOf<'card/get'> }) => {
  const { t } = useCopy()
  const { card, report } = detail
  const flow = useReleaseLoss(card.cardId)
  const leave = () => void (flow.back() || back())
  if (flow.step === 'done' && flow.outcome) return <Done outcome={flow.outcome} />
  if (flow.step !== 'explain') return <FlowScreen flow={flow} purpose="releaseLoss" card={card} onBack={leave} />
  return report && actionOf(card, 'releaseLoss').allowed
    ? <Confirm card={card} report={report} onGo={flow.start} onBack={leave} />
    : <CitizenScreen task title={t.screens.release} onBack={leave}><NotNow detail={detail} /></CitizenScreen>
}
