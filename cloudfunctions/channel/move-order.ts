import type { RequestOf } from '@/contract'
import { refuse } from '@/domain/decision'
import { decideMove } from '@/domain/reissue'
import { isBeforeCollection } from '@/domain/reissue/order'
import { channelOf, type OrderParts } from '../repository'
import type { Call } from '../runtime/define-operation'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import type { Partner } from '../runtime/partner'
import { actAsOffice } from './acting'
import { orderDoneOnWire } from './order-wire'

type Request = RequestOf<'channel/moveOrder'>

const partsOf = ({ newCardNumber: newNumber, newIssuedOn, trackingNumber }: Request): OrderParts => ({
  ...(newNumber && { newNumber }), ...(newIssuedOn && { newIssuedOn }), ...(trackingNumber && { trackingNumber }),
})

/** Refuses a number that is somebody else's, or the old card's own, as `invalidRequest`. */
const refuseTaken = async ({ caller, repository: { cards } }: Call<Partner>, { card, newCardNumber }: Request): Promise<void> => {
  if (newCardNumber === undefined) return
  const { cardKey } = await cards.getFor(caller, card)
  if (await cards.isTaken(cardKey, newCardNumber)) throw new RequestError('invalidRequest', { field: 'newCardNumber' })
}

const isKept = (given: OrderParts, kept: OrderParts): boolean =>
  (Object.keys(given) as (keyof OrderParts)[]).every((name) => given[name] === kept[name])

/** Takes down what those who make and send a card say of it. After it was handed over nothing is changed: `orderElsewhere`. */
export const moveOrder = defineOperation('channel/moveOrder', async (request, call) => {
  const { orderId, move } = request
  const parts = partsOf(request)
  await refuseTaken(call, request)
  return orderDoneOnWire(await actAsOffice(call, request, {
    operation: 'moveOrder',
    ...(Object.keys(parts).length > 0 && { order: { parts, evenIfAlready: true } }),
    decide: (facts) => {
      const { card, by, now } = facts
      const decision = decideMove(card, { orderId, move, channel: channelOf(call.caller), by }, now)
      const isLate = decision.outcome === 'already' && !isBeforeCollection(card.order) && !isKept(parts, facts.parts())
      return isLate ? refuse('orderElsewhere') : decision
    },
  }), call)
})
