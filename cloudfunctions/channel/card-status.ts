import { RequestError } from '../runtime/errors'
import { defineOperation } from '../runtime/define-operation'
import { openReport, partnerCard } from './wire'

/** A card, or all of a holder's, with the report that is open. One that is unknown, or of another city, is not found; of a holder there may be none. */
export const cardStatus = defineOperation('channel/cardStatus', async ({ find }, call) => {
  const views = await call.repository.cards.findFor(call.caller, find)
  if (views.length === 0 && !('idNumber' in find)) throw new RequestError('notFound')
  const cards = views.map(async (view) => {
    const report = await openReport(view, call)
    return { ...partnerCard(view, call.caller), ...(report && { report }) }
  })
  return { cards: await Promise.all(cards) }
})
