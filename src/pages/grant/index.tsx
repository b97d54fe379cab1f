import { useFamilyCopy } from '@/copy/family'
import { useCard } from '@/features/card'
import { CardGate } from '@/features/card/card-gate'
import { useGrant } from '@/features/grant'
import { GrantFlow } from '@/features/grant/grant-flow'
import { useParams } from '@/platform/navigation'

const GrantPage = () => {
  const { f } = useFamilyCopy()
  const { cardId } = useParams('grant')
  // above the gate: what was filled in stays while someone signs in again
  const granting = useGrant(cardId, useCard(cardId).data?.card.city)
  return <CardGate cardId={cardId} title={f.titles.grant}>{({ card }) => <GrantFlow card={card} granting={granting} />}</CardGate>
}

export default GrantPage
