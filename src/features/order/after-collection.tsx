import { ActionButton } from '@/components/action-button'
import type { CardOnWire, OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { go } from '@/platform/navigation'
import { isLost } from '../card/actions'

interface AfterCollectionProps {
  /** The old card. */
  readonly card: CardOnWire
  readonly order: OrderOnWire
}

/** The way on once the new card is there, or once there will be none. */
export const AfterCollection = ({ card, order: { state, newCardId = '' } }: AfterCollectionProps) => {
  const { n: { order: said } } = useOrderCopy()
  const { cardId } = card
  const activate = () => void go('activate', { cardId: newCardId })
  switch (state) {
    case 'collected':
    case 'financialActivated': return newCardId ? <ActionButton icon="seal" words={said.activate} onTap={activate} /> : null
    case 'socialSecurityActivated': return newCardId ? <ActionButton icon="bank" words={said.bank} onTap={activate} /> : null
    case 'closed': return newCardId ? <ActionButton kind="second" icon="card" words={said.seeNew} onTap={() => void go('card', { cardId: newCardId })} /> : null
    case 'cancelled': return (
      <>
        {isLost(card) && <ActionButton kind="second" icon="card-back" words={said.release} onTap={() => void go('release', { cardId })} />}
        <ActionButton kind="second" icon="card-new" words={said.again} onTap={() => void go('whatHappened', { cardId })} />
      </>
    )
    default: return null
  }
}
