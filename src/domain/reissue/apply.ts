import { already, cardAfter, changed, eventTime, refuse, type Decision } from '../decision'
import type { CardChange } from '../events'
import { settled } from '../lapse'
import type { CityPolicy } from '../policy'
import { decideReportLoss, type ReportLossRequest } from '../report-loss'
import type { Instant } from '../time'
import type { Author } from '../words'
import type { Card } from '../card'
import { banksFor, reissueAnswer, type ReissueCase } from './eligibility'
import { isOpen, type ReissueOrder } from './order'
import { kindOf, type ReissueReason, type ReissueWay } from './words'

/** An application as it comes in. `hasAddress`, `hasPhoto`: what came with it, kept apart from the card. */
export interface ApplyRequest extends Omit<ReissueCase, 'card'> {
  readonly id: string
  readonly way: ReissueWay
  /** The bank of the new card; the old one's where nothing is said. */
  readonly bank?: string
  readonly by: Author
  readonly hasAddress: boolean
  readonly hasPhoto: boolean
  readonly reportIds: ReportLossRequest['ids']
}

const isSame = (order: ReissueOrder, reason: ReissueReason, way: ReissueWay, bank: string): boolean =>
  order.reason === reason && order.way === way && order.bank === bank

/** What is missing from an application, or not to be had. */
const unfit = (request: ApplyRequest, bank: string, card: Card, policy: CityPolicy, now: Instant): Decision | null => {
  const answer = reissueAnswer({ ...request, card }, policy, now)
  if ('refused' in answer) return refuse(answer.refused)
  if (answer.cancelFirst) return refuse('cancelAtAgencyFirst')
  const option = answer.options.find(({ way }) => way === request.way)
  if (!option?.here) return refuse('wayNotOffered', option?.where)
  if (!banksFor(request.reason, request.issuingBank, policy).includes(bank)) return refuse('bankNotOffered')
  if (request.way === 'mail' && !request.hasAddress) return refuse('addressNeeded')
  return option.photo && !request.hasPhoto ? refuse('photoNeeded') : null
}

const applied = (request: ApplyRequest, bank: string, at: Instant): CardChange => {
  const { id, reason, way, channel, by } = request
  const order: ReissueOrder = {
    id, kind: kindOf(reason), reason, way, bank, channel, by, appliedAt: at, state: 'applied', movedAt: at, rejectedFor: null,
  }
  return { what: 'reissueApplied', at, channel, by, order }
}

/** The formal report that a lost card needs and does not have yet: made in the same step (rule 14), but for an account that makes none for a time. */
const reportToo = (card: Card, { reason, who, channel, by, reportIds: ids }: ApplyRequest, policy: CityPolicy, now: Instant): Decision => {
  if (kindOf(reason) === 'exchange') return already
  const reported = decideReportLoss(card, { kind: 'formal', channel, by, ids, withReissue: true }, policy, now)
  return reported.outcome === 'change' && who.barred ? refuse('barred') : reported
}

/**
 * Takes down an application for a new card, and with it the formal report that a lost one needs. `already` where the same is under way.
 * Refuses what `reissueAnswer` refuses, `cancelAtAgencyFirst`, `wayNotOffered` (with where), `bankNotOffered`, `addressNeeded`,
 * `photoNeeded`, and what a loss report refuses.
 */
export function decideApplyReissue(card: Card, request: ApplyRequest, policy: CityPolicy, now: Instant): Decision {
  const current = settled(card, now)
  const bank = request.bank ?? request.issuingBank
  if (isOpen(current.order) && isSame(current.order, request.reason, request.way, bank)) return already
  const refused = unfit(request, bank, card, policy, now)
  if (refused) return refused
  const reported = reportToo(card, request, policy, now)
  if (reported.outcome === 'refused') return reported
  const at = eventTime(cardAfter(current, reported), now)
  const event = applied(request, bank, at)
  return reported.outcome === 'change' ? { outcome: 'change', events: [...reported.events, event] } : changed(card, now, event)
}
