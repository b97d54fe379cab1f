import type { AcceptedReissue, Card } from './card'
import { unmetNeed } from './changes'
import { already, changed, eventTime, refuse, type Decision } from './decision'
import { settled } from './lapse'
import type { CityPolicy } from './policy'
import type { Instant } from './time'
import type { Author, Channel, ReissueKind } from './words'

export interface AcceptReissueRequest {
  readonly kind: ReissueKind
  readonly channel: Channel
  readonly by: Author
}

/**
 * Accepts a reissue as far as it makes a report final (rules 11, 14): a replacement needs a formal report, an exchange none.
 * `already` when one is accepted. Refuses `cardCancelled`, `disputeOpen`, `reissueNeedsReport`.
 */
export function decideAcceptReissue(card: Card, request: AcceptReissueRequest, policy: CityPolicy, now: Instant): Decision {
  const { kind, channel, by } = request
  const current = settled(card, now)
  const need = unmetNeed(kind === 'replacement' ? 'acceptReplacement' : 'acceptExchange', current, 'socialSecurity')
  if (need === 'life') return refuse('cardCancelled')
  if (current.reissue) return already
  if (current.dispute) return refuse('disputeOpen')
  if (need) return refuse('reissueNeedsReport')
  const at = eventTime(current, now)
  const stopsOldCard = kind === 'replacement' || policy.exchangeStopsOldCard.value
  const reissue: AcceptedReissue = { kind, stopsOldCard, acceptedAt: at, channel }
  return changed(card, now, { what: 'reissueAccepted', at, channel, by, reissue })
}
