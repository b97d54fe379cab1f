import { decideMove } from '@/domain/reissue'
import { channelOf } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { actFor, refuseBureau } from './acting'
import { orderDoneOnWire } from './order-wire'

/** Takes an application back for whoever stands there, while nothing has been accepted. The report stays as it is. */
export const cancelOrder = defineOperation('channel/cancelOrder', async (request, call) => {
  refuseBureau(call.caller)
  const { orderId } = request
  return orderDoneOnWire(await actFor(call, request, {
    operation: 'cancelOrder',
    decide: ({ card, by, now }) => decideMove(card, { orderId, move: 'cancel', channel: channelOf(call.caller), by }, now),
  }), call)
})
