import { decideBankTold } from '@/domain/bank-told'
import { defineOperation } from '../runtime/define-operation'
import { cardOnWire } from './wire'

/** Takes down that the citizen has told the bank, or takes it back. It needs no identity check: it changes no function's state. */
export const bankTold = defineOperation('card/bankTold', async ({ cardId, told, idempotencyKey }, { caller, repository }) => {
  const { channel } = caller
  const { view } = await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'bankTold',
    idempotencyKey,
    verificationId: null,
    content: String(told),
    decide: ({ card, by, now }) => decideBankTold(card, { told, channel, by }, now),
  })
  return { card: cardOnWire(view, channel) }
})
