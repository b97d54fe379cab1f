import { decideRelease } from '@/domain/release'
import { defineOperation } from '../runtime/define-operation'
import { channelOf } from '../repository'
import { actFor, refuseBureau } from './acting'
import { doneOnWire } from './wire'

/** Releases the open report of the social security function; none open answers with the last one, if there was any. */
export const releaseLoss = defineOperation('channel/releaseLoss', async (request, call) => {
  refuseBureau(call.caller)
  const channel = channelOf(call.caller)
  return doneOnWire(await actFor(call, request, {
    operation: 'releaseLoss',
    decide: ({ card, by, policy, now, outlet }) =>
      decideRelease(card, { channel, by, function: 'socialSecurity', ...(outlet && { outlet }) }, policy, now),
  }), call)
})
