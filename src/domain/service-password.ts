import type { Card } from './card'
import { changed, eventTime, refuse, type Decision } from './decision'
import type { Instant } from './time'
import type { Author, Channel } from './words'

/** The service password of the voice line is this many digits. */
export const passwordDigits = 6

const digits = '01234567890'
const isRun = (password: string): boolean => digits.includes(password) || [...digits].reverse().join('').includes(password)

/** Whether anybody would try it first: one digit over and over, digits in a row, or a part of the holder's ID number or the card's. */
export const isSimplePassword = (password: string, numbers: readonly string[]): boolean =>
  new Set(password).size < 3 || isRun(password) || numbers.some((number) => number.includes(password))

interface SetPasswordRequest {
  readonly password: string
  /** The holder's ID number and the card's number. */
  readonly numbers: readonly string[]
  readonly channel: Channel
  readonly by: Author
}

/**
 * Sets the service password, a first one or another (rules 5 and 21). That it was set is an event; which one it is never stands in it.
 * Refuses `cardCancelled`, `passwordTooSimple`.
 */
export function decideSetPassword(card: Card, { password, numbers, channel, by }: SetPasswordRequest, now: Instant): Decision {
  if (card.functions.socialSecurity.life === 'cancelled') return refuse('cardCancelled')
  if (isSimplePassword(password, numbers)) return refuse('passwordTooSimple')
  return changed(card, now, { what: 'passwordSet', at: eventTime(card, now), channel, by })
}
