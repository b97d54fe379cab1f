import { decideDispute } from '@/domain/dispute'
import { newKey } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { cardOnWire, disputeOnWire } from './wire'

/** Takes down “it wasn't me”. It needs no identity check: it only stops what could be undone by somebody else. One that is open answers with `already`. */
export const dispute = defineOperation('card/dispute', async ({ cardId, about, idempotencyKey }, { caller, repository }) => {
  const { channel } = caller
  const { view, already } = await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'dispute',
    idempotencyKey,
    verificationId: null,
    content: about,
    decide: ({ card, by, now }) => decideDispute(card, { id: newKey(), about, channel, by }, now),
  })
  const { dispute: open } = view.card
  if (!open) throw new TypeError('a disputed card has no dispute')
  return { card: cardOnWire(view, channel), dispute: disputeOnWire(open), already }
})
