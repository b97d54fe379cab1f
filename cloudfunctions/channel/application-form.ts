import { refuseImpossible, formOf } from '../reissue/form'
import { channelOf } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { only, staffIn } from './acting'

/** The application form for whoever's ID card lies on the counter: `notFound` where the card is not theirs. That it was printed is kept. */
export const applicationForm = defineOperation('channel/applicationForm', async ({ card, staff, idNumber, reason, way }, { caller, repository: { cards, orders } }) => {
  only(caller, 'counter')
  const { cardKey } = await cards.getFor(caller, card)
  const view = (await cards.findFor(caller, { idNumber })).find((one) => one.cardKey === cardKey)
  if (!view) throw new RequestError('notFound')
  refuseImpossible(view, { reason, way }, channelOf(caller), await orders.withinYear(cardKey))
  await cards.recordLookUp(caller, staffIn({ staff }), 'applicationForm', [cardKey])
  const holder = { name: view.holder.name, idNumber }
  return { pdf: (await formOf(view, { reason, way }, { holder, guardian: null })).toString('base64') }
})
