import type { Card } from './card'
import { eventTime } from './decision'
import type { CardChange } from './events'
import { dueLapses } from './lapse'
import type { Instant } from './time'
import type { Channel } from './words'

/**
 * What happens to a card when a counter puts its holder in somebody's care (rules 7 and 22): that it was done, when and where; in whose care
 * stands nowhere in it. Lapses that are due come before.
 */
export const guardianLinked = (card: Card, channel: Channel, now: Instant): readonly CardChange[] =>
  [...dueLapses(card, now), { what: 'guardianLinked', at: eventTime(card, now), channel, by: 'guardian' }]
