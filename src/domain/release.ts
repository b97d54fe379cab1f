import type { Card, LossReport } from './card'
import { unmetNeed } from './changes'
import { already, changed, eventTime, refuse, type CardRefusal, type Decision } from './decision'
import type { ReissueMoved } from './events'
import { settled } from './lapse'
import type { CityPolicy, ReleaseRule } from './policy'
import { isPending } from './reissue/order'
import { ownFunction } from './report-loss'
import type { Instant } from './time'
import type { Author, CardFunction, Channel } from './words'

export interface ReleaseRequest {
  readonly channel: Channel
  readonly by: Author
  readonly function?: CardFunction
  readonly outlet?: string
}

const releaseRule = (of: CardFunction, report: LossReport, policy: CityPolicy): ReleaseRule =>
  of === 'financial' ? { mode: 'bank', channels: ['bank'] } : policy.release.value[report.releasedLike]

/** Rule 12: any outlet cancels a temporary report on the spot, for whoever is in a hurry to see a doctor. */
export const isAnyOutletsToCancel = (of: CardFunction, report: LossReport, policy: CityPolicy): boolean =>
  of === 'socialSecurity' && report.kind === 'temporary' && policy.anyOutletCancelsTemporary.value

/** The channels that release a report: its own rule's, and any counter for a temporary one (rule 12); the bank's report at the bank. */
export const releasableIn = (of: CardFunction, report: LossReport, policy: CityPolicy): readonly Channel[] => {
  const { channels } = releaseRule(of, report, policy)
  return isAnyOutletsToCancel(of, report, policy) && !channels.includes('counter') ? [...channels, 'counter'] : channels
}

/** A same-outlet rule binds to the outlet that accepted the report, unless any outlet may cancel it; an unknown outlet is no other's. */
const isWrongOutlet = (of: CardFunction, report: LossReport, request: ReleaseRequest, policy: CityPolicy): boolean =>
  releaseRule(of, report, policy).mode === 'sameOutlet'
  && !isAnyOutletsToCancel(of, report, policy)
  && (report.outlet === null || report.outlet !== request.outlet)

/** A card that was found needs no new one: what was asked for a lost card is taken back with its report. */
const takenBack = ({ order }: Card, { channel, by }: ReleaseRequest, at: Instant): ReissueMoved[] =>
  isPending(order) && order.kind === 'replacement'
    ? [{ what: 'reissueMoved', at, channel, by, orderId: order.id, to: 'cancelled', rejectedFor: null, endsReport: null }]
    : []

/**
 * Decides a release (解挂, rules 8–13): no report open, or one that has lapsed, is `already`. Refuses `cardCancelled`,
 * `reissueAlreadyAccepted`, `disputeOpen`, `releasedElsewhere` (with where), `neverReleased`. Releasing one function says nothing about the other.
 * An application for a new card that was not accepted yet is taken back with it.
 */
export function decideRelease(card: Card, request: ReleaseRequest, policy: CityPolicy, now: Instant): Decision<CardRefusal> {
  const of = request.function ?? ownFunction(request.channel)
  const current = settled(card, now)
  const need = unmetNeed('release', current, of)
  if (need === 'life') return refuse('cardCancelled')
  const { report } = current.functions[of]
  if (!report) return already
  // the bank's half has its own end: a reissue makes only the social security report final
  if (need === 'reissue' && of === 'socialSecurity') return refuse('reissueAlreadyAccepted')
  if (of === 'socialSecurity' && current.dispute) return refuse('disputeOpen')
  const where = releasableIn(of, report, policy)
  if (where.length === 0) return refuse('neverReleased')
  if (!where.includes(request.channel) || isWrongOutlet(of, report, request, policy)) return refuse('releasedElsewhere', where)
  const { channel, by } = request
  const at = eventTime(current, now)
  const back = of === 'socialSecurity' ? takenBack(current, request, at) : []
  return changed(card, now, { what: 'reportReleased', at, channel, by, function: of, reportId: report.id }, ...back)
}
