import type { AcceptedReissue, Card } from './card'
import { unmetNeed } from './changes'
import { already, changed, eventTime, refuse, type Decision } from './decision'
import { settled } from './lapse'
import type { CityPolicy } from './policy'
import { isPending, type ReissueOrder } from './reissue/order'
import { kindOf, type ReissueReason, type ReissueWay } from './reissue/words'
import type { Instant } from './time'
import type { Author, Channel, ReissueKind } from './words'

/** An application is accepted under its own id, reason and way; without one they are these. */
export interface AcceptReissueRequest {
  readonly kind: ReissueKind
  readonly id: string
  readonly reason?: ReissueReason
  readonly way?: ReissueWay
  /** The bank whose card the new one will be. */
  readonly bank: string
  readonly channel: Channel
  readonly by: Author
}

/** The order once it is accepted: the one that was applied for, or one that begins here. */
const acceptedOrder = ({ order }: Card, request: AcceptReissueRequest, at: Instant): ReissueOrder => {
  const { id, kind, reason = null, way = 'serviceOutlet', bank, channel, by } = request
  if (isPending(order)) return { ...order, state: 'accepted', movedAt: at, rejectedFor: null }
  return { id, kind, reason, way, bank, channel, by, appliedAt: at, state: 'accepted', movedAt: at, rejectedFor: null }
}

/** What was applied for is what is accepted. */
const differs = ({ order }: Card, { kind, reason }: AcceptReissueRequest): boolean =>
  (isPending(order) && order.kind !== kind) || (reason !== undefined && kindOf(reason) !== kind)

/**
 * Accepts a reissue (rules 11, 14), from when a report is final: a replacement needs a formal report, an exchange none. `already` when
 * one is accepted. Refuses `cardCancelled`, `disputeOpen`, `reissueNeedsReport`, `orderElsewhere` for another kind than was applied for.
 */
export function decideAcceptReissue(card: Card, request: AcceptReissueRequest, policy: CityPolicy, now: Instant): Decision {
  const { kind, channel, by } = request
  const current = settled(card, now)
  const need = unmetNeed(kind === 'replacement' ? 'acceptReplacement' : 'acceptExchange', current, 'socialSecurity')
  // an application for a card that was cancelled first, as rule 16 has it
  const isCancelledFirst = need === 'life' && isPending(current.order)
  if (need === 'life' && !isCancelledFirst) return refuse('cardCancelled')
  if (current.reissue) return already
  if (current.dispute) return refuse('disputeOpen')
  if (need && !isCancelledFirst) return refuse('reissueNeedsReport')
  if (differs(current, request)) return refuse('orderElsewhere')
  const at = eventTime(current, now)
  const stopsOldCard = kind === 'replacement' || policy.exchangeStopsOldCard.value
  const reissue: AcceptedReissue = { kind, stopsOldCard, acceptedAt: at, channel }
  return changed(card, now, { what: 'reissueAccepted', at, channel, by, reissue, order: acceptedOrder(current, request, at) })
}
