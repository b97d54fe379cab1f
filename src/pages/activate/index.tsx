import { useOrderCopy } from '@/copy/order'
import { useActivation } from '@/features/activation'
import { ActivationFlow } from '@/features/activation/activation-flow'
import { CardGate } from '@/features/card/card-gate'
import { useSession } from '@/features/session'
import { useParams } from '@/platform/navigation'

interface ActivatingProps {
  readonly cardId: string
}

const Activating = ({ cardId }: ActivatingProps) => {
  const { n } = useOrderCopy()
  const activation = useActivation(cardId)
  return <CardGate cardId={cardId} title={n.titles.activation}>{({ card }) => <ActivationFlow card={card} activation={activation} />}</CardGate>
}

const ActivatePage = () => {
  const { cardId } = useParams('activate')
  const { status, citizen } = useSession()
  // what was typed goes with whoever typed it
  return <Activating key={`${status} ${citizen ?? ''}`} cardId={cardId} />
}

export default ActivatePage
