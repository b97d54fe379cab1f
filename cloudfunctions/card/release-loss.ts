import { decideRelease } from '@/domain/release'
import { defineOperation } from '../runtime/define-operation'
import { madeReport } from './made-report'
import { cardOnWire } from './wire'

/** Releases the open report in the caller's channel. None open answers with the last one, if there was any, and `already`. */
export const releaseLoss = defineOperation('card/releaseLoss', async ({ cardId, verificationId, idempotencyKey }, call) => {
  const { caller, repository } = call
  const { channel } = caller
  const { view, report, already } = await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'releaseLoss',
    idempotencyKey,
    verificationId,
    content: verificationId,
    decide: ({ card, by, policy, now, outlet }) => decideRelease(card, { channel, by, ...(outlet && { outlet }) }, policy, now),
  })
  return { ...(report && { report: await madeReport(view, report, call) }), card: cardOnWire(view, channel), already }
})
