import type { Card } from '../card'
import { cardAfter, refuse, type Decision } from '../decision'
import type { CityPolicy } from '../policy'
import { decideSetPassword } from '../service-password'
import type { Instant } from '../time'
import { decideActivate, type ActivateRequest } from './activate'

/** `numbers`: the holder's ID number and the card's, which no password is a part of. */
export interface FirstPassword {
  readonly password: string
  readonly numbers: readonly string[]
}

/**
 * Activates a new card's social security function and sets its service password with it (rule 21), or does neither. `already` where the
 * card works: then no password is set. Refuses what activating refuses, `holderOnly` to a proxy, who sets nobody's password, and
 * `passwordTooSimple`.
 */
export function decideActivateWithPassword(
  card: Card, request: Omit<ActivateRequest, 'function'>, password: FirstPassword, policy: CityPolicy, now: Instant,
): Decision {
  const activated = decideActivate(card, { ...request, function: 'socialSecurity' }, policy, now)
  if (activated.outcome !== 'change') return activated
  if (request.by === 'proxy') return refuse('holderOnly')
  const set = decideSetPassword(cardAfter(card, activated), { ...password, ...request }, now)
  return set.outcome === 'change' ? { outcome: 'change', events: [...activated.events, ...set.events] } : set
}
