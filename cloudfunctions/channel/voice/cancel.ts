import { decideRelease } from '@/domain/release'
import type { Outcome } from '@/domain/voice'
import { changeByPhone } from './change'
import type { EffectOf, Line } from './line'

/** Cancels a report that was made by telephone. */
export const cancel = async (line: Line, { kind, card: proven }: EffectOf<'cancel'>): Promise<Outcome> => ({
  kind,
  came: await changeByPhone(line, proven, {
    operation: 'releaseLoss',
    decide: ({ card, by, policy, now }) => decideRelease(card, { channel: 'phone', by }, policy, now),
  }),
})
