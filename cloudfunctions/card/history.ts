import { cursorAt, positionOf } from '../runtime/cursor'
import { defineOperation } from '../runtime/define-operation'
import { eventOnWire } from './wire'

export const pageSize = 20

/** What happened to a card, newest first, twenty at a time. A cursor that was tampered with is refused as `invalidRequest`. */
export const history = defineOperation('card/history', async ({ cardId, cursor }, { caller, repository, keys }) => {
  const from = cursor === undefined ? null : positionOf(keys, 'cursor', cardId, cursor)
  const { events, olderThan } = await repository.cards.history(caller, cardId, pageSize, from)
  return { events: events.map(eventOnWire), ...(olderThan !== null && { cursor: cursorAt(keys, 'cursor', cardId, olderThan) }) }
})
