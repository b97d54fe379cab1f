import type { AcceptedReissue, FormalReport } from '@/domain/card'
import type { CardImported } from '@/domain/events'
import type { Instant } from '@/domain/time'
import type { Life } from '@/domain/words'

/** The states a city's file can give a card. A temporary report is none of them: a file does not say when it lapses. */
export const importedStates = ['inUse', 'notActivated', 'locked', 'cancelled', 'formallyLost', 'beingReissued'] as const
export type ImportedState = (typeof importedStates)[number]

/** `locked` is a lock of the social security application; the bank's half is the bank's to lock. */
const livesOf = (state: ImportedState): CardImported['lives'] => {
  if (state === 'locked') return { socialSecurity: 'locked', financial: 'inUse' }
  const life: Life = state === 'notActivated' || state === 'cancelled' ? state : 'inUse'
  return { socialSecurity: life, financial: life }
}

/** What stands in the agency's own file is the agency's: a counter's report, released by the strictest rule. */
const reportIn = (state: ImportedState, newReceipt: (at: Instant) => string, reportedAt: Instant): FormalReport | null =>
  state === 'formallyLost' || state === 'beingReissued'
    ? { kind: 'formal', id: newReceipt(reportedAt), channel: 'counter', by: 'system', reportedAt, outlet: null, releasedLike: 'counter' }
    : null

const reissueIn = (state: ImportedState, acceptedAt: Instant): AcceptedReissue | null =>
  state === 'beingReissued' ? { kind: 'replacement', stopsOldCard: true, acceptedAt, channel: 'counter' } : null

/** The event that opens a card's history. */
export const importedAs = (state: ImportedState, newReceipt: (at: Instant) => string, at: Instant): CardImported => ({
  what: 'cardImported',
  at,
  channel: 'system',
  by: 'system',
  lives: livesOf(state),
  report: reportIn(state, newReceipt, at),
  reissue: reissueIn(state, at),
})
