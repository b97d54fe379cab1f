import { useReissueCopy } from '@/copy/reissue'
import { CardGate } from '@/features/card/card-gate'
import { WhatHappened } from '@/features/reissue/what-happened'
import { useParams } from '@/platform/navigation'

const WhatHappenedPage = () => {
  const { r } = useReissueCopy()
  const { cardId } = useParams('whatHappened')
  return <CardGate cardId={cardId} title={r.titles.reissue}>{({ card }) => <WhatHappened card={card} />}</CardGate>
}

export default WhatHappenedPage
