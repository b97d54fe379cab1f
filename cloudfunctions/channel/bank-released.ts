import { decideRelease } from '@/domain/release'
import { defineOperation } from '../runtime/define-operation'
import { actAsOffice, only } from './acting'
import { doneOnWire } from './wire'

/** Takes down a bank's word that its report of the financial function was released. */
export const bankReleased = defineOperation('channel/bankReleased', async (request, call) => {
  only(call.caller, 'bank')
  return doneOnWire(await actAsOffice(call, request, {
    operation: 'bankReleased',
    decide: ({ card, by, policy, now }) => decideRelease(card, { channel: 'bank', by, function: 'financial' }, policy, now),
  }), call)
})
