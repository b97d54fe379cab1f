import { decideAcceptReissue, type AcceptReissueRequest } from '../accept-reissue'
import type { Card } from '../card'
import { already, cardAfter, refuse, type Decision } from '../decision'
import { settled } from '../lapse'
import type { CityPolicy } from '../policy'
import { decideReportLoss, type ReportLossRequest } from '../report-loss'
import type { Instant } from '../time'
import { banksFor, reissueAnswer, type ReissueCase } from './eligibility'
import { isOpen } from './order'

/** What is asked for where the applicant stands, or an application that is already there. */
export interface AcceptInPersonRequest extends AcceptReissueRequest, Pick<ReissueCase, 'who' | 'withinYear' | 'issuingBank'> {
  /** Whether somebody stands there: an application that came online is accepted without. */
  readonly isThere: boolean
  readonly hasAddress: boolean
  readonly outlet?: string
  readonly reportIds: ReportLossRequest['ids']
}

/** Why a new card cannot be asked for here like this; what is said without a reason is only taken down. */
const unfit = (card: Card, request: AcceptInPersonRequest, policy: CityPolicy, now: Instant): Decision | null => {
  const { reason, way, bank, issuingBank, who, withinYear, channel } = request
  if (way === 'mail' && !request.hasAddress) return refuse('addressNeeded')
  if (!reason) return bank === issuingBank ? null : refuse('bankNotOffered')
  const answer = reissueAnswer({ card, issuingBank, reason, who, channel, withinYear }, policy, now)
  if ('refused' in answer) return refuse(answer.refused)
  if (answer.cancelFirst) return refuse('cancelAtAgencyFirst')
  const option = answer.options.find((one) => one.way === (way ?? 'serviceOutlet'))
  if (!option?.here) return refuse('wayNotOffered', option?.where)
  return banksFor(reason, issuingBank, policy).includes(bank) ? null : refuse('bankNotOffered')
}

/** Rule 14: where a formal report is made only together with the new card, accepting makes it. */
const reportToo = (card: Card, request: AcceptInPersonRequest, policy: CityPolicy, now: Instant): Decision => {
  const { kind, channel, by, outlet, reportIds: ids } = request
  if (kind === 'exchange' || !policy.reissue.formalOnlyWith.value.includes(channel)) return already
  return decideReportLoss(card, { kind: 'formal', function: 'socialSecurity', channel, by, ids, withReissue: true, ...(outlet && { outlet }) }, policy, now)
}

/**
 * Accepts a new card where somebody asks for it in person, or an application that was made before (rules 11, 14–16). Refuses what
 * accepting and, with a reason, eligibility refuse; `addressNeeded`, `wayNotOffered` (with where), `bankNotOffered`, and `noOrder` where
 * nobody stands there and nothing was applied for.
 */
export function decideAcceptInPerson(card: Card, request: AcceptInPersonRequest, policy: CityPolicy, now: Instant): Decision {
  const current = settled(card, now)
  if (current.reissue || isOpen(current.order)) return decideAcceptReissue(card, request, policy, now)
  if (!request.isThere) return refuse('noOrder')
  const refused = unfit(current, request, policy, now)
  if (refused) return refused
  const reported = reportToo(card, request, policy, now)
  if (reported.outcome === 'refused') return reported
  const accepted = decideAcceptReissue(cardAfter(card, reported), request, policy, now)
  return reported.outcome === 'change' && accepted.outcome === 'change' ? { outcome: 'change', events: [...reported.events, ...accepted.events] } : accepted
}
