import type { Card } from '../card'
import type { RefusalCode } from '../decision'
import type { CityPolicy } from '../policy'
import { civilDate, daysAfter, type Instant } from '../time'
import type { ReissueOrder } from './order'
import { readyOn, type WorkingDay } from './ready-on'
import type { OrderState, ReissueWay } from './words'

/** The states in which there is a receipt: accepted (rule 18), and the card not handed over yet. */
const withReceipt: readonly OrderState[] = ['accepted', 'inProduction', 'ready', 'mailed', 'returned', 'uncollected']

/** The order that a receipt is for, with when it was accepted. Refuses `noOrder`, and `orderElsewhere` before that and once its card was handed over. */
export const orderForReceipt = ({ order, reissue }: Card): { readonly order: ReissueOrder; readonly acceptedAt: Instant } | { readonly refused: RefusalCode } => {
  if (!order) return { refused: 'noOrder' }
  return reissue && withReceipt.includes(order.state) ? { order, acceptedAt: reissue.acceptedAt } : { refused: 'orderElsewhere' }
}

/** When a card is ready by the way it is made (rule 17): on the spot where it is printed while one waits. */
export const readyBy = (way: ReissueWay, acceptedAt: Instant, policy: CityPolicy): WorkingDay =>
  way === 'instant' ? { date: civilDate(acceptedAt) } : readyOn(acceptedAt, policy)

/** Where the calendar does not reach: no notice has ever made as many days off as working days within three weeks of work. */
const withHolidays = 2

/**
 * The last civil day on which a receipt is plausible: so many days as one has to collect the card, after it is ready or, where that is
 * later, after the receipt is made, which is only while the card has not been handed over.
 */
export const plausibleUntil = (ready: WorkingDay, acceptedAt: Instant, policy: CityPolicy, now: Instant): string => {
  const madeBy = 'date' in ready ? ready.date : daysAfter(civilDate(acceptedAt), policy.readyInWorkingDays.value * withHolidays)
  const today = civilDate(now)
  return daysAfter(madeBy > today ? madeBy : today, policy.reissue.collectWithinDays.value)
}
