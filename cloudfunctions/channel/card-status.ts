import { RequestError } from '../runtime/errors'
import { defineOperation } from '../runtime/define-operation'
import { staffIn } from './acting'
import { openReport, partnerCard } from './wire'

/** A card, or all of a holder's, with the report that is open. One that is unknown, or of another city, is not found; of a holder there may be none. Who looked is kept. */
export const cardStatus = defineOperation('channel/cardStatus', async ({ find, staff }, call) => {
  const views = await call.repository.cards.findFor(call.caller, find)
  if (views.length === 0 && !('idNumber' in find)) throw new RequestError('notFound')
  const recorded = call.repository.cards.recordLookUp(call.caller, staffIn({ staff }), 'cardStatus', views.map(({ cardKey }) => cardKey))
  const cards = views.map(async (view) => {
    const report = await openReport(view, call)
    return { ...partnerCard(view, call.caller), ...(report && { report }) }
  })
  const [shown] = await Promise.all([Promise.all(cards), recorded])
  return { cards: shown }
})
