import { defineOperation } from '../runtime/define-operation'
import { formOf, refuseImpossible } from './form'

/** The form for the cardholder, or a child's guardian. */
export const applicationForm = defineOperation('reissue/applicationForm', async ({ cardId, reason, way }, { caller, repository }) => {
  const { view, ...people } = await repository.cards.applicants(caller, cardId)
  refuseImpossible(view, { reason, way }, caller.channel, await repository.orders.withinYear(cardId))
  return { pdf: (await formOf(view, { reason, way }, people)).toString('base64') }
})
