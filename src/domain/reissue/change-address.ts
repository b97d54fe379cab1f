import type { Card } from '../card'
import { already, refuse, type Decision } from '../decision'
import type { OrderState } from './words'

/** Before the card is in the mail, and once it came back. */
const notOnItsWay: readonly OrderState[] = ['applied', 'rejected', 'accepted', 'inProduction', 'ready', 'uncollected', 'returned']

/**
 * Whether the address that a card is sent to may be another one now (rule 20). No fact of the card changes by it, so that it answers `already`.
 * Refuses `noOrder`, `notByMail`, and `orderElsewhere` while the card is in the mail, and after that.
 */
export function decideChangeAddress({ order }: Card, orderId: string): Decision {
  if (order?.id !== orderId) return refuse('noOrder')
  if (order.way !== 'mail') return refuse('notByMail')
  return notOnItsWay.includes(order.state) ? already : refuse('orderElsewhere')
}
