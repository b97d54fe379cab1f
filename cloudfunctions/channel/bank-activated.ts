import { decideActivate } from '@/domain/reissue'
import { defineOperation } from '../runtime/define-operation'
import { actAsOffice, only } from './acting'
import { doneOnWire } from './wire'

/** Takes down a bank's word that its half of a new card was activated. */
export const bankActivated = defineOperation('channel/bankActivated', async (request, call) => {
  only(call.caller, 'bank')
  const changed = await actAsOffice(call, request, {
    operation: 'bankActivated',
    decide: ({ card, by, policy, now }) => decideActivate(card, { function: 'financial', channel: 'bank', by }, policy, now),
  })
  await call.repository.relayed.relayOf(changed.view.cardKey)
  return doneOnWire(changed, call)
})
