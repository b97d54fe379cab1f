import { cardOnWire } from '../card/wire'
import { defineOperation } from '../runtime/define-operation'
import { shownOrder } from './shown'

/** The last order of a card, for whoever may see the card. */
export const order = defineOperation('reissue/order', async ({ cardId }, call) => {
  const view = await call.repository.cards.get(call.caller, cardId)
  const found = await shownOrder(view, call)
  return { card: cardOnWire(view, call.caller.channel), ...(found && { order: found }) }
})
