import { defineOperation } from '../runtime/define-operation'
import { cardOnWire } from './wire'

/** The caller's own cards, then those of the children in their care, then those that others let them act for. */
export const list = defineOperation('card/list', async (_request, { caller, repository }) => {
  const views = await repository.cards.list(caller)
  return { cards: views.map((view) => cardOnWire(view, caller.channel)) }
})
