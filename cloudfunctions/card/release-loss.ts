import { decideRelease } from '@/domain/release'
import { defineOperation } from '../runtime/define-operation'
import { cardOnWire, reportOnWire } from './wire'

/** Releases the open report in the caller's channel. None open answers with the last one, if there was any, and `already`. */
export const releaseLoss = defineOperation('card/releaseLoss', async ({ cardId, verificationId, idempotencyKey }, { caller, repository }) => {
  const { channel } = caller
  const { view, report, already } = await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'releaseLoss',
    idempotencyKey,
    verificationId,
    content: verificationId,
    decide: ({ card, by, policy, now }) => decideRelease(card, { channel, by }, policy, now),
  })
  return { ...(report && { report: reportOnWire(view, report) }), card: cardOnWire(view, channel), already }
})
