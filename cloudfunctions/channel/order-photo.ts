import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { only, staffIn } from './acting'

/** The photo that goes with an order, for the counter that judges it; that it was looked at is kept. Refuses `notFound` where there is none any more. */
export const orderPhoto = defineOperation('channel/orderPhoto', async ({ card, staff, orderId }, { caller, repository: { cards, orders } }) => {
  only(caller, 'counter')
  const view = await cards.getFor(caller, card)
  const found = await orders.of(view)
  const photoId = found?.order.id === orderId ? found.parts.photoId : undefined
  const photo = photoId === undefined ? null : await orders.photoOf(view.cardKey, photoId)
  if (photo === null) throw new RequestError('notFound')
  await cards.recordLookUp(caller, staffIn({ staff }), 'orderPhoto', [view.cardKey])
  return { photo }
})
