import { decideReportLoss } from '@/domain/report-loss'
import type { Outcome } from '@/domain/voice'
import { newReceiptNumber } from '../../repository'
import { changeByPhone } from './change'
import type { EffectOf, Line } from './line'

/** Reports a loss by telephone: of the kind the city takes there. */
export const report = async (line: Line, { kind, card: proven }: EffectOf<'report'>): Promise<Outcome> => ({
  kind,
  came: await changeByPhone(line, proven, {
    operation: 'reportLoss',
    decide: ({ card, by, policy, now }) => {
      const ids = { socialSecurity: newReceiptNumber(now), financial: newReceiptNumber(now) }
      return decideReportLoss(card, { channel: 'phone', by, ids }, policy, now)
    },
  }),
})
