import { decideMove } from '@/domain/reissue'
import { channelOf } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { actAsOffice, refuseBureau } from './acting'
import { orderDoneOnWire } from './order-wire'

/** Puts an application back for something to be put right; whoever applied is told what. */
export const rejectReissue = defineOperation('channel/rejectReissue', async (request, call) => {
  refuseBureau(call.caller)
  const { orderId, rejectedFor } = request
  return orderDoneOnWire(await actAsOffice(call, request, {
    operation: 'rejectReissue',
    decide: ({ card, by, now }) => decideMove(card, { orderId, move: 'reject', rejectedFor, channel: channelOf(call.caller), by }, now),
  }), call)
})
