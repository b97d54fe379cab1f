import type { Card, LossReport } from './card'
import { unmetNeed } from './changes'
import { already, changed, eventTime, refuse, type Decision } from './decision'
import type { LossReported } from './events'
import { settled } from './lapse'
import { isStricter, type CityPolicy } from './policy'
import { day, type Instant } from './time'
import type { Author, CardFunction, Channel, ReportKind } from './words'

/** A loss as it comes in. Without `function`, the channel's own; without `kind`, the channel's usual one. */
export interface ReportLossRequest {
  readonly channel: Channel
  readonly by: Author
  readonly function?: CardFunction
  readonly kind?: ReportKind
  readonly outlet?: string
  /** The ids new reports get, one a function: the second is used where a formal report covers the bank. */
  readonly ids: Readonly<Record<CardFunction, string>>
}

/** A bank speaks for its account, every other channel for the social security function (rule 6). */
export const ownFunction = (channel: Channel): CardFunction => (channel === 'bank' ? 'financial' : 'socialSecurity')

const channelsThatMake = (name: CardFunction, policy: CityPolicy): Channel[] =>
  (Object.keys(policy.reports.value) as Channel[]).filter((channel) => policy.reports.value[channel][name].length > 0)

/** The stricter release rule of the temporary report and the formal one stays (rule 3). */
const releasedLike = (before: LossReport | null, channel: Channel, policy: CityPolicy): Channel => {
  const rules = policy.release.value
  return before && isStricter(rules[before.releasedLike], rules[channel]) ? before.releasedLike : channel
}

interface Opening {
  readonly card: Card
  readonly request: ReportLossRequest
  readonly policy: CityPolicy
  readonly at: Instant
}

const openReport = ({ card, request, policy, at }: Opening, of: CardFunction, kind: ReportKind): LossReported => {
  const { channel, by } = request
  const before = card.functions[of].report
  const like = of === 'financial' ? 'bank' : releasedLike(before, channel, policy)
  // what takes over keeps the outlet too, or a same-outlet rule would forget where
  const outlet = before && like !== channel ? before.outlet : (request.outlet ?? null)
  const facts = { id: request.ids[of], channel, by, reportedAt: at, outlet, releasedLike: like }
  const lapsesAt = at + policy.temporaryDays[of].value * day
  const report: LossReport = kind === 'temporary' ? { kind, ...facts, lapsesAt } : { kind, ...facts }
  return { what: 'lossReported', at, channel, by, function: of, report, replaces: before?.id ?? null }
}

/** In some cities a formal report reaches the bank's half as well (rule 6). */
const coversBank = ({ card, policy }: Opening, of: CardFunction, kind: ReportKind): boolean =>
  of === 'socialSecurity' && kind === 'formal' && policy.formalCoversBank.value && !unmetNeed('reportFormal', card, 'financial')

/**
 * Decides a loss report (rules 1–4, 6): a formal one takes the place of a temporary one still in force; a report as strict
 * as the new one already open is `already`. Refuses `cardCancelled`, `reportNotMadeHere` and `kindNotMadeHere` (with the
 * channels that make such a report). `now` in ms is the database's.
 */
export function decideReportLoss(card: Card, request: ReportLossRequest, policy: CityPolicy, now: Instant): Decision {
  const of = request.function ?? ownFunction(request.channel)
  const kinds = policy.reports.value[request.channel][of]
  const kind = request.kind ?? kinds[0]
  const current = settled(card, now)
  const need = unmetNeed(kind === 'temporary' ? 'reportTemporary' : 'reportFormal', current, of)
  if (need === 'life') return refuse('cardCancelled')
  if (!kind) return refuse('reportNotMadeHere', channelsThatMake(of, policy))
  if (!kinds.includes(kind)) return refuse('kindNotMadeHere')
  if (need) return already
  const opening: Opening = { card: current, request, policy, at: eventTime(current, now) }
  const bank = coversBank(opening, of, kind) ? [openReport(opening, 'financial', 'formal')] : []
  return changed(card, now, openReport(opening, of, kind), ...bank)
}
