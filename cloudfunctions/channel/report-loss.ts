import { decideReportLoss } from '@/domain/report-loss'
import { channelOf, newReceiptNumber } from '../repository'
import { defineOperation } from '../runtime/define-operation'
import { actFor, refuseBureau } from './acting'
import { doneOnWire } from './wire'

/** Reports the loss of the social security function, of the kind asked for or the channel's usual one. */
export const reportLoss = defineOperation('channel/reportLoss', async (request, call) => {
  refuseBureau(call.caller)
  const channel = channelOf(call.caller)
  return doneOnWire(await actFor(call, request, {
    operation: 'reportLoss',
    decide: ({ card, by, policy, now, outlet }) => {
      const ids = { socialSecurity: newReceiptNumber(now), financial: newReceiptNumber(now) }
      const { kind } = request
      return decideReportLoss(card, { channel, by, function: 'socialSecurity', ids, ...(kind && { kind }), ...(outlet && { outlet }) }, policy, now)
    },
  }), call)
})
