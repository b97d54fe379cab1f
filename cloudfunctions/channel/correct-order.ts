import { decideCorrect } from '@/domain/reissue/correct'
import { refuseUnknownDivision } from '../reissue/refuse-unknown'
import { channelOf } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { actFor, refuseBureau } from './acting'
import { orderDoneOnWire } from './order-wire'

/** Puts right what an application was rejected for, and asks again: a new photo is seen with the papers. */
export const correctOrder = defineOperation('channel/correctOrder', async (request, call) => {
  refuseBureau(call.caller)
  const { orderId, address, evidence } = request
  refuseUnknownDivision(address)
  const came = { hasPhoto: evidence.kind === 'papers' && evidence.seen.includes('photo'), hasAddress: address !== undefined }
  return orderDoneOnWire(await actFor(call, request, {
    operation: 'correctOrder',
    ...(address && { order: { parts: { address } } }),
    decide: ({ card, by, now }) => decideCorrect(card, { orderId, channel: channelOf(call.caller), by, ...came }, now),
  }), call)
})
