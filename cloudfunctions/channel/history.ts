import { eventOnWire } from '../card/wire'
import { cursorAt, positionOf } from '../runtime/cursor'
import { staffIn } from './acting'
import { defineOperation } from '../runtime/define-operation'

const pageSize = 20

/** What happened to a card, newest first, twenty at a time; who looked is kept. A cursor that was tampered with is refused as `invalidRequest`. */
export const history = defineOperation('channel/history', async ({ card, staff, cursor }, { caller, repository, keys }) => {
  const view = await repository.cards.getFor(caller, card)
  const list = `${caller.partnerId}\n${view.cardKey}`
  const from = cursor === undefined ? null : positionOf(keys, 'channelCursor', list, cursor)
  const [{ events, olderThan }] = await Promise.all([
    repository.cards.historyOf(view, pageSize, from),
    repository.cards.recordLookUp(caller, staffIn({ staff }), 'history', [view.cardKey]),
  ])
  return { events: events.map(eventOnWire), ...(olderThan !== null && { cursor: cursorAt(keys, 'channelCursor', list, olderThan) }) }
})
