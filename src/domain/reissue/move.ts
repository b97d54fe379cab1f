import type { Card } from '../card'
import { already, changed, eventTime, refuse, type Decision } from '../decision'
import { settled } from '../lapse'
import type { Instant } from '../time'
import type { Author, EventChannel } from '../words'
import { movedIn, nextState, type OrderMove, type ReissueOrder } from './order'
import type { OrderState, RejectionReason } from './words'

/** Something that happens to an order. `accept` is not among them: it makes a report final, and has a rule of its own. */
export interface MoveRequest {
  readonly orderId: string
  readonly move: Exclude<OrderMove, 'accept'>
  readonly channel: EventChannel
  readonly by: Author
  /** For `reject`: what has to be put right. */
  readonly rejectedFor?: RejectionReason
  /** For `collect`: whether it is known which card the new one is. */
  readonly hasNewCard?: boolean
}

/** Steps towards the new card: none while somebody says that it was not them. */
const towardsNewCard: readonly OrderMove[] = ['produce', 'makeReady', 'mail', 'collect']

/** What stands against a move that the order's state lets be. */
const unfit = ({ dispute }: Card, { way }: ReissueOrder, { move, channel, hasNewCard }: MoveRequest): Decision | null => {
  if (!movedIn[move].includes(channel)) return refuse('notMovedHere')
  if (dispute && towardsNewCard.includes(move)) return refuse('disputeOpen')
  if (move === 'mail' && way !== 'mail') return refuse('notByMail')
  return move === 'collect' && !hasNewCard ? refuse('newCardUnknown') : null
}

/** The report that ends with the old card: it is handed in, or replaced, once the new one is there. */
const reportEnded = ({ functions: { socialSecurity } }: Card, to: OrderState): string | null =>
  to === 'collected' ? (socialSecurity.report?.id ?? null) : null

/**
 * Moves an order on. `already` where that was done before. Refuses `noOrder` for one the card does not have, `notMovedHere`, `notByMail`,
 * `newCardUnknown`, `disputeOpen`, and `orderElsewhere` where the order stands somewhere that this does not follow from.
 */
export function decideMove(card: Card, request: MoveRequest, now: Instant): Decision {
  const { orderId, move, channel, by, rejectedFor = null } = request
  const current = settled(card, now)
  const { order } = current
  if (order?.id !== orderId) return refuse('noOrder')
  const to = nextState(order.state, move)
  if (to === 'done') return already
  if (to === null) return refuse('orderElsewhere')
  const refused = unfit(current, order, request)
  if (refused) return refused
  const at = eventTime(current, now)
  return changed(card, now, { what: 'reissueMoved', at, channel, by, orderId, to, rejectedFor, endsReport: reportEnded(current, to) })
}
