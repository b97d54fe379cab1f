import { decideReportLoss } from '@/domain/report-loss'
import { newReceiptNumber } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { actAsOffice, only } from './acting'
import { doneOnWire } from './wire'

/** Takes down a bank's word that the loss of its half of the card was reported to it. */
export const bankReported = defineOperation('channel/bankReported', async (request, call) => {
  only(call.caller, 'bank')
  return doneOnWire(await actAsOffice(call, request, {
    operation: 'bankReported',
    decide: ({ card, by, policy, now, outlet }) => {
      const ids = { socialSecurity: newReceiptNumber(now), financial: newReceiptNumber(now) }
      const { kind } = request
      return decideReportLoss(card, { channel: 'bank', by, function: 'financial', ids, ...(kind && { kind }), ...(outlet && { outlet }) }, policy, now)
    },
  }), call)
})
