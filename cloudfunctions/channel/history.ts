import { eventOnWire } from '../card/wire'
import { cursorAt, positionOf } from '../runtime/cursor'
import { defineOperation } from '../runtime/define-operation'

const pageSize = 20

/** What happened to a card, newest first, twenty at a time. A cursor that was tampered with is refused as `invalidRequest`. */
export const history = defineOperation('channel/history', async ({ card, cursor }, { caller, repository, keys }) => {
  const view = await repository.cards.getFor(caller, card)
  const list = `${caller.partnerId}\n${view.cardKey}`
  const from = cursor === undefined ? null : positionOf(keys, 'channelCursor', list, cursor)
  const { events, olderThan } = await repository.cards.historyOf(view, pageSize, from)
  return { events: events.map(eventOnWire), ...(olderThan !== null && { cursor: cursorAt(keys, 'channelCursor', list, olderThan) }) }
})
