import { useReissueCopy } from '@/copy/reissue'
import { reissueWays } from '@/domain/reissue/words'
import { CardGate } from '@/features/card/card-gate'
import { isReason } from '@/features/reissue/happenings'
import { PapersList } from '@/features/reissue/papers-list'
import { useParams } from '@/platform/navigation'

const PapersPage = () => {
  const { r } = useReissueCopy()
  const { cardId, reason, way: asked } = useParams('papers')
  const way = reissueWays.find((one) => one === asked) ?? 'serviceOutlet'
  return <CardGate cardId={cardId} title={r.titles.papers}>{({ card }) => <PapersList card={card} reason={isReason(reason) ? reason : 'lost'} way={way} />}</CardGate>
}

export default PapersPage
