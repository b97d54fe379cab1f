import type { Card, LossReport, TemporaryReport } from './card'
import { apply, type ReportLapsed } from './events'
import { cardFunctions, type CardFunction } from './words'
import type { Instant } from './time'

/** A temporary report is in force until the instant before `lapsesAt` (rule 2). */
const isDue = (report: LossReport | null, now: Instant): report is TemporaryReport =>
  report?.kind === 'temporary' && now >= report.lapsesAt

const lapseOf = (card: Card, name: CardFunction, now: Instant): ReportLapsed[] => {
  const { report } = card.functions[name]
  if (!isDue(report, now)) return []
  return [{ what: 'reportLapsed', at: report.lapsesAt, channel: 'system', by: 'system', function: name, reportId: report.id }]
}

/**
 * The lapses that are due at `now` and not yet written down, each an event at its own `lapsesAt`, oldest first. A clock that
 * went back behind the newest event is taken to stand at that event, so that no lapse is written after a later event.
 */
export const dueLapses = (card: Card, now: Instant): ReportLapsed[] => {
  const clock = Math.max(now, card.changedAt)
  return cardFunctions.flatMap((name) => lapseOf(card, name, clock)).sort((a, b) => a.at - b.at)
}

/** The card as it reads at `now`: due lapses settled. It never makes a locked or not yet activated card usable. */
export const settled = (card: Card, now: Instant): Card => dueLapses(card, now).reduce(apply, card)
