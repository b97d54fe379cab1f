import { decideMove } from '@/domain/reissue'
import { defineOperation } from '../runtime/define-operation'
import { changedOrder } from './changed-order'

/** Takes an application back while nothing has been accepted. The report stays as it is. */
export const cancel = defineOperation('reissue/cancel', async ({ cardId, orderId, idempotencyKey }, call) => {
  const { caller: { channel }, caller, repository } = call
  return changedOrder(await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'cancelOrder',
    idempotencyKey,
    verificationId: null,
    content: orderId,
    decide: ({ card, by, now }) => decideMove(card, { orderId, move: 'cancel', channel, by }, now),
  }), call)
})
