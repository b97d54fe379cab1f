import { decideSetPassword } from '@/domain/service-password'
import { defineOperation } from '../runtime/define-operation'
import { hashPassword } from '../runtime/password'
import { channelOf } from '../repository'
import { actFor, refuseBureau } from './acting'
import { doneOnWire } from './wire'

/** Sets the service password of the voice line, a first one or another. What was counted as wrong before counts no longer. */
export const setServicePassword = defineOperation('channel/setServicePassword', async (request, call) => {
  const { caller } = call
  refuseBureau(caller)
  const { password } = request
  return doneOnWire(await actFor(call, request, {
    operation: 'setPassword',
    passwordHash: () => hashPassword(password),
    decide: ({ card, by, now, numbers }) => decideSetPassword(card, { password, numbers: numbers(), channel: channelOf(caller), by }, now),
  }), call)
})
