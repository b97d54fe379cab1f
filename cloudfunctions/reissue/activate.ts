import { decideActivateWithPassword } from '@/domain/reissue/first-password'
import { cardOnWire } from '../card/wire'
import { defineOperation } from '../runtime/define-operation'
import { hashPassword } from '../runtime/password'

/** Activates a new card's social security function and sets its service password, whole or not at all. */
export const activate = defineOperation('reissue/activate', async (request, { caller, repository }) => {
  const { cardId, verificationId, password, idempotencyKey } = request
  const { channel } = caller
  const { view, already } = await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'activate',
    idempotencyKey,
    verificationId,
    content: JSON.stringify([verificationId, password]),
    passwordHash: () => hashPassword(password),
    decide: ({ card, by, policy, now, numbers }) =>
      decideActivateWithPassword(card, { channel, by }, { password, numbers: numbers() }, policy, now),
  })
  return { card: cardOnWire(view, channel), already }
})
