import type { Card, LossReport } from './card'
import { unmetNeed } from './changes'
import { already, changed, eventTime, refuse, type CardRefusal, type Decision } from './decision'
import type { LossReported } from './events'
import { settled } from './lapse'
import { isStricter, type CityPolicy } from './policy'
import { day, type Instant } from './time'
import { channels, type Author, type CardFunction, type Channel, type ReportKind } from './words'

/** A loss as it comes in. Without `function`, the channel's own; without `kind`, the channel's usual one. */
export interface ReportLossRequest {
  readonly channel: Channel
  readonly by: Author
  readonly function?: CardFunction
  readonly kind?: ReportKind
  readonly outlet?: string
  /** Together with the application for a new card (rule 14). */
  readonly withReissue?: boolean
  /** The ids new reports get, one a function: the second is used where a formal report covers the bank. */
  readonly ids: Readonly<Record<CardFunction, string>>
}

/** A bank speaks for its account, every other channel for the social security function (rule 6). */
export const ownFunction = (channel: Channel): CardFunction => (channel === 'bank' ? 'financial' : 'socialSecurity')

/** The channels that make such a report of this function: of any kind, or of the one that is asked for. */
const channelsThatMake = (name: CardFunction, policy: CityPolicy, kind?: ReportKind): Channel[] =>
  channels.filter((channel) => policy.reports.value[channel][name].some((made) => !kind || made === kind))

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

/** Rule 14: in some cities a formal report is made only together with the reissue. */
const isOnlyWithReissue = ({ channel, withReissue }: ReportLossRequest, of: CardFunction, { reissue }: CityPolicy): boolean =>
  of === 'socialSecurity' && !withReissue && reissue.formalOnlyWith.value.includes(channel)

/**
 * Decides a loss report (rules 1–4, 6): a formal one takes the place of a temporary one still in force; a report as strict
 * as the new one already open is `already`. Refuses `cardCancelled`, and, with the channels that make such a report,
 * `reportNotMadeHere` and `kindNotMadeHere`; `formalOnlyWithReissue` where the city makes one only with the new card. `now` in ms is the database's.
 */
export function decideReportLoss(card: Card, request: ReportLossRequest, policy: CityPolicy, now: Instant): Decision<CardRefusal> {
  const of = request.function ?? ownFunction(request.channel)
  const kinds = policy.reports.value[request.channel][of]
  const kind = request.kind ?? kinds[0]
  const current = settled(card, now)
  const need = unmetNeed(kind === 'temporary' ? 'reportTemporary' : 'reportFormal', current, of)
  if (need === 'life') return refuse('cardCancelled')
  if (!kind || kinds.length === 0) return refuse('reportNotMadeHere', channelsThatMake(of, policy))
  if (!kinds.includes(kind)) return refuse('kindNotMadeHere', channelsThatMake(of, policy, kind))
  if (need) return already
  if (kind === 'formal' && isOnlyWithReissue(request, of, policy)) return refuse('formalOnlyWithReissue')
  const opening: Opening = { card: current, request, policy, at: eventTime(current, now) }
  const bank = coversBank(opening, of, kind) ? [openReport(opening, 'financial', 'formal')] : []
  return changed(card, now, openReport(opening, of, kind), ...bank)
}
