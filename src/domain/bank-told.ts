import type { Card } from './card'
import { already, changed, eventTime, refuse, type CardRefusal, type Decision } from './decision'
import { settled } from './lapse'
import type { Instant } from './time'
import type { Author, Channel } from './words'

export interface BankToldRequest {
  readonly told: boolean
  readonly channel: Channel
  readonly by: Author
}

/**
 * Takes down what the citizen says about the bank, or takes it back (rule 6). It changes no function's state. `already` when it
 * was said, or when the bank itself has reported; what was said can be taken back even then. Refuses `nothingReported` while no
 * loss of the card is open.
 */
export function decideBankTold(card: Card, { told, channel, by }: BankToldRequest, now: Instant): Decision<CardRefusal> {
  const current = settled(card, now)
  const { socialSecurity, financial } = current.functions
  if (!socialSecurity.report) return refuse('nothingReported')
  if ((told && financial.report) || told === (current.bankTold !== null)) return already
  return changed(card, now, { what: told ? 'bankTold' : 'bankToldTakenBack', at: eventTime(current, now), channel, by })
}
