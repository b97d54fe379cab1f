import type { Card } from './card'
import { already, changed, eventTime, refuse, type Decision } from './decision'
import type { ReissueMoved } from './events'
import { settled } from './lapse'
import { isBeforeCollection } from './reissue/order'
import type { Instant } from './time'
import type { Author, Channel, Disputable, DisputeOutcome } from './words'

export interface DisputeRequest {
  readonly id: string
  readonly about: Disputable
  readonly channel: Channel
  readonly by: Author
}

/** Whether what is said not to have been theirs stands in the card's facts; what has ended may be disputed as well. */
const hasHappened = ({ functions: { socialSecurity: { report } }, reissue }: Card, about: Disputable): boolean => {
  if (about === 'lossReported') return report !== null
  return about === 'reissueAccepted' ? reissue !== null : true
}

/**
 * Takes down “it wasn't me” (rule 22): until it is closed the card is neither released nor reissued; a loss can be reported all the same.
 * `already` while one is open. Refuses `nothingToDispute` where no report, or no reissue, is there to be disputed.
 */
export function decideDispute(card: Card, { id, about, channel, by }: DisputeRequest, now: Instant): Decision {
  const current = settled(card, now)
  if (current.dispute) return already
  if (!hasHappened(current, about)) return refuse('nothingToDispute')
  const at = eventTime(current, now)
  return changed(card, now, { what: 'disputed', at, channel, by, dispute: { id, about, at, by } })
}

export interface CloseDisputeRequest {
  readonly disputeId: string
  readonly outcome: DisputeOutcome
  readonly channel: Channel
  readonly by: Author
}

/** A new card that the holder never asked for is not made, or not handed out. */
const orderStopped = ({ dispute, order }: Card, { outcome, channel, by }: CloseDisputeRequest, at: Instant): ReissueMoved[] =>
  outcome === 'upheld' && dispute?.about === 'reissueAccepted' && isBeforeCollection(order)
    ? [{ what: 'reissueMoved', at, channel, by, orderId: order.id, to: 'cancelled', rejectedFor: null, endsReport: null }]
    : []

/**
 * Closes a dispute at a counter (rule 22). `already` when this one is closed. Another one that is open stays so. Where it is true that
 * the reissue was not theirs, its order ends.
 */
export function decideCloseDispute(card: Card, request: CloseDisputeRequest, now: Instant): Decision {
  const { disputeId, outcome, channel, by } = request
  const current = settled(card, now)
  if (current.dispute?.id !== disputeId) return already
  const at = eventTime(current, now)
  return changed(card, now, { what: 'disputeClosed', at, channel, by, disputeId, outcome }, ...orderStopped(current, request, at))
}
