import type { Card } from '../card'
import { already, changed, eventTime, refuse, type Decision } from '../decision'
import { settled } from '../lapse'
import type { CityPolicy } from '../policy'
import type { Instant } from '../time'
import type { Author, CardFunction, Channel } from '../words'

export interface ActivateRequest {
  readonly function: CardFunction
  readonly channel: Channel
  readonly by: Author
}

/**
 * Activates a function of a new card (rule 21): 封存 turns 正常. `already` where it works. Refuses `cardCancelled`, `cardLocked`,
 * `lossReportedHere` for a new card that is lost itself, `disputeOpen`, and with where `activatedElsewhere`.
 */
export function decideActivate(card: Card, request: ActivateRequest, policy: CityPolicy, now: Instant): Decision {
  const { function: of, channel, by } = request
  const current = settled(card, now)
  const { life, report } = current.functions[of]
  const doors = policy.reissue.activation[of].value
  if (life === 'cancelled') return refuse('cardCancelled')
  if (life === 'locked') return refuse('cardLocked')
  if (life === 'inUse') return already
  if (!doors.includes(channel)) return refuse('activatedElsewhere', doors)
  if (report) return refuse('lossReportedHere')
  if (of === 'socialSecurity' && current.dispute) return refuse('disputeOpen')
  return changed(card, now, { what: 'functionActivated', at: eventTime(current, now), channel, by, function: of })
}
