import { RequestError } from '../runtime/errors'
import { defineOperation } from '../runtime/define-operation'
import { staffIn } from './acting'
import { partnerOrder } from './order-wire'
import { openReport, partnerCard } from './wire'

/** A card, or all of a holder's, with the report that is open and the last order of a new card. One that is unknown, or of another city, is not found; of a holder there may be none. Who looked is kept. */
export const cardStatus = defineOperation('channel/cardStatus', async ({ find, staff }, call) => {
  const views = await call.repository.cards.findFor(call.caller, find)
  if (views.length === 0 && !('idNumber' in find)) throw new RequestError('notFound')
  const recorded = call.repository.cards.recordLookUp(call.caller, staffIn({ staff }), 'cardStatus', views.map(({ cardKey }) => cardKey))
  const cards = views.map(async (view) => {
    const report = await openReport(view, call)
    const order = view.card.order && (await partnerOrder(view, call))
    return { ...partnerCard(view, call.caller), ...(report && { report }), ...(order && { order }) }
  })
  const [shown] = await Promise.all([Promise.all(cards), recorded])
  return { cards: shown }
})
