import { useReissueCopy } from '@/copy/reissue'
import { CardGate } from '@/features/card/card-gate'
import { isReason } from '@/features/reissue/happenings'
import { ReissueFlow } from '@/features/reissue/reissue-flow'
import { useApplying } from '@/features/reissue/use-applying'
import { useParams } from '@/platform/navigation'
import './index.scss'

const ReissuePage = () => {
  const { r } = useReissueCopy()
  const { cardId, reason: asked } = useParams('reissue')
  const reason = isReason(asked) ? asked : 'lost'
  // above the gate: what was filled in stays while someone signs in again
  const applying = useApplying(cardId, reason)
  return <CardGate cardId={cardId} title={r.titles.reissue}>{({ card }) => <ReissueFlow card={card} reason={reason} applying={applying} />}</CardGate>
}

export default ReissuePage
