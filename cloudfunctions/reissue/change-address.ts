import { isDeepStrictEqual } from 'node:util'
import { decideChangeAddress } from '@/domain/reissue/change-address'
import { defineOperation } from '../runtime/define-operation'
import { changedOrder } from './changed-order'
import { refuseUnknownDivision } from './refuse-unknown'

/** Has the card sent somewhere else. `already` where it is sent there anyway. */
export const changeAddress = defineOperation('reissue/changeAddress', async ({ cardId, orderId, address, idempotencyKey }, call) => {
  refuseUnknownDivision(address)
  return changedOrder(await call.repository.cards.change(call.caller, {
    cardKey: cardId,
    operation: 'changeAddress',
    idempotencyKey,
    verificationId: null,
    content: JSON.stringify([orderId, address]),
    order: { parts: { address } },
    decide: ({ card, by, now, parts }) => decideChangeAddress(card, { orderId, channel: call.caller.channel, by, isSame: isDeepStrictEqual(parts().address, address) }, now),
  }), call)
})
