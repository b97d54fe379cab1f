import { decideReportLoss } from '@/domain/report-loss'
import { newReceiptNumber } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { madeReport } from './made-report'
import { cardOnWire } from './wire'

/** Reports a loss in the caller's channel. A report as strict that is open already answers with it, and `already`. */
export const reportLoss = defineOperation('card/reportLoss', async ({ cardId, verificationId, idempotencyKey }, call) => {
  const { caller, repository } = call
  const { channel } = caller
  const { view, report, already } = await repository.cards.change(caller, {
    cardKey: cardId,
    operation: 'reportLoss',
    idempotencyKey,
    verificationId,
    content: verificationId,
    decide: ({ card, by, policy, now, outlet }) => {
      const ids = { socialSecurity: newReceiptNumber(now), financial: newReceiptNumber(now) }
      return decideReportLoss(card, { channel, by, ids, ...(outlet && { outlet }) }, policy, now)
    },
  })
  if (!report) throw new TypeError('a reported card has no report')
  return { report: await madeReport(view, report, call), card: cardOnWire(view, channel), already }
})
