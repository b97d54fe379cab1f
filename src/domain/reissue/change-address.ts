import type { Card } from '../card'
import { already, changed, eventTime, refuse, type Decision } from '../decision'
import { settled } from '../lapse'
import type { Instant } from '../time'
import type { Author, Channel } from '../words'
import type { ReissueOrder } from './order'
import type { OrderState } from './words'

/** Before the card is in the mail, and once it came back. */
const notOnItsWay: readonly OrderState[] = ['applied', 'rejected', 'accepted', 'inProduction', 'ready', 'uncollected', 'returned']

/** Whether the card of an order can still be sent somewhere else. */
export const mayChangeAddress = ({ state, way }: Pick<ReissueOrder, 'state' | 'way'>): boolean => way === 'mail' && notOnItsWay.includes(state)

export interface ChangeAddressRequest {
  readonly orderId: string
  readonly channel: Channel
  readonly by: Author
  /** It is sent there anyway. */
  readonly isSame: boolean
}

/**
 * Has the card sent somewhere else (rule 20), which its holder is told of: where it goes never stands in the event. `already` where it is
 * sent there anyway. Refuses `noOrder`, `notByMail`, and `orderElsewhere` while the card is in the mail, and after that.
 */
export function decideChangeAddress(card: Card, { orderId, channel, by, isSame }: ChangeAddressRequest, now: Instant): Decision {
  const current = settled(card, now)
  const { order } = current
  if (order?.id !== orderId) return refuse('noOrder')
  if (order.way !== 'mail') return refuse('notByMail')
  if (!mayChangeAddress(order)) return refuse('orderElsewhere')
  return isSame ? already : changed(card, now, { what: 'addressChanged', at: eventTime(current, now), channel, by, orderId })
}
