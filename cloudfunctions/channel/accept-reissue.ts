import { decideAcceptReissue } from '@/domain/accept-reissue'
import { defineOperation } from '../runtime/define-operation'
import { channelOf, newKey } from '../repository'
import { actFor, refuseBureau } from './acting'
import { doneOnWire } from './wire'

/** Takes down that a reissue was accepted, from which on a report is final. */
export const acceptReissue = defineOperation('channel/acceptReissue', async (request, call) => {
  refuseBureau(call.caller)
  const channel = channelOf(call.caller)
  return doneOnWire(await actFor(call, request, {
    operation: 'reissue',
    decide: ({ card, by, issuingBank: bank, policy, now }) => decideAcceptReissue(card, { id: newKey(), kind: request.kind, bank, channel, by }, policy, now),
  }), call)
})
