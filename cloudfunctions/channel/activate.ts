import { decideActivate } from '@/domain/reissue'
import { decideActivateWithPassword } from '@/domain/reissue/first-password'
import { channelOf } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { hashPassword } from '../runtime/password'
import { actFor, refuseBureau } from './acting'
import { doneOnWire } from './wire'

/** Activates the social security function of a new card, and with a password sets that of the voice line. */
export const activate = defineOperation('channel/activate', async (request, call) => {
  refuseBureau(call.caller)
  const { password } = request
  const channel = channelOf(call.caller)
  const changed = await actFor(call, request, {
    operation: 'activate',
    ...(password && { passwordHash: () => hashPassword(password) }),
    decide: ({ card, by, policy, now, numbers }) => password
      ? decideActivateWithPassword(card, { channel, by }, { password, numbers: numbers() }, policy, now)
      : decideActivate(card, { function: 'socialSecurity', channel, by }, policy, now),
  })
  await call.repository.relayed.relayOf(changed.view.cardKey)
  return doneOnWire(changed, call)
})
