import type { AcceptedReissue, Card, FunctionFacts } from './card'
import { settled } from './lapse'
import type { CardFunction, ShownState } from './words'
import type { Instant } from './time'

/** What is shown of one function: its state, since when, and for a temporary report until when. */
export interface Shown {
  readonly state: ShownState
  readonly since: Instant
  readonly lapsesAt?: Instant
}

const shownReport = ({ life, since, report }: FunctionFacts): Shown => {
  if (!report) return { state: life, since }
  if (report.kind === 'formal') return { state: 'formallyLost', since: report.reportedAt }
  return { state: 'temporarilyLost', since: report.reportedAt, lapsesAt: report.lapsesAt }
}

/** A reissue is shown once the old card no longer works; an exchanged card that still works shows its life. */
const shownReissue = ({ life, report }: FunctionFacts, { stopsOldCard, acceptedAt }: AcceptedReissue): Shown | null => {
  if (life === 'cancelled') return null
  if (stopsOldCard) return { state: 'beingReissued', since: acceptedAt }
  return report?.kind === 'formal' ? { state: 'beingReissued', since: Math.max(acceptedAt, report.reportedAt) } : null
}

/** Both functions as they read at `now` (ms): computed from facts and the time, so a lapse needs no job to have run. */
export const stateAt = (card: Card, now: Instant): Readonly<Record<CardFunction, Shown>> => {
  const { functions, reissue } = settled(card, now)
  return {
    socialSecurity: (reissue && shownReissue(functions.socialSecurity, reissue)) ?? shownReport(functions.socialSecurity),
    financial: shownReport(functions.financial),
  }
}

/** The open task of rule 6: a loss is reported and the bank, as far as anyone said, does not know. */
export const bankStillToTell = (card: Card, now: Instant): boolean => {
  const { functions, bankTold } = settled(card, now)
  return functions.socialSecurity.report !== null && functions.financial.life !== 'cancelled'
    && functions.financial.report === null && bankTold === null
}
