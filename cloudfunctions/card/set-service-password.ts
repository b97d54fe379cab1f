import { decideSetPassword } from '@/domain/service-password'
import { defineOperation } from '../runtime/define-operation'
import { hashPassword } from '../runtime/password'
import { cardOnWire } from './wire'

/** Sets the service password of the voice line, a first one or another, and uses up an identity check for it. */
export const setServicePassword = defineOperation('card/setServicePassword', async (request, { caller, repository }) => {
  const { cardId, verificationId, password, idempotencyKey } = request
  const { channel } = caller
  const { view } = await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'setPassword',
    idempotencyKey,
    verificationId,
    content: JSON.stringify([verificationId, password]),
    passwordHash: () => hashPassword(password),
    decide: ({ card, by, now, numbers }) => decideSetPassword(card, { password, numbers: numbers(), channel, by }, now),
  })
  return { card: cardOnWire(view, channel) }
})
