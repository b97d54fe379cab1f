import { decideAcceptReissue } from '@/domain/accept-reissue'
import { defineOperation } from '../runtime/define-operation'
import { channelOf } from '../repository'
import { actFor, refuseBureau } from './acting'
import { doneOnWire } from './wire'

/** Takes down that a reissue was accepted, from which on a report is final. */
export const acceptReissue = defineOperation('channel/acceptReissue', async (request, call) => {
  refuseBureau(call.caller)
  const channel = channelOf(call.caller)
  return doneOnWire(await actFor(call, request, {
    operation: 'reissue',
    decide: ({ card, by, policy, now }) => decideAcceptReissue(card, { kind: request.kind, channel, by }, policy, now),
  }), call)
})
