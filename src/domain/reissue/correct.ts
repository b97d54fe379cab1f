import type { Card } from '../card'
import { refuse, type Decision } from '../decision'
import type { Instant } from '../time'
import type { Author, Channel } from '../words'
import { decideMove } from './move'
import { isOpen } from './order'

/** What comes anew with an application that was rejected. */
export interface CorrectRequest {
  readonly orderId: string
  readonly channel: Channel
  readonly by: Author
  readonly hasPhoto: boolean
  readonly hasAddress: boolean
}

/**
 * Puts right what an application was rejected for: it is asked for again. `already` where it is not rejected any more. Refuses `photoNeeded`
 * and `addressNeeded` where that is what was wrong, `notByMail` for an address that nothing is sent to, and what a move refuses.
 */
export function decideCorrect(card: Card, { orderId, channel, by, hasPhoto, hasAddress }: CorrectRequest, now: Instant): Decision {
  const { order } = card
  if (isOpen(order) && order.id === orderId && order.state === 'rejected') {
    if (order.rejectedFor === 'photo' && !hasPhoto) return refuse('photoNeeded')
    if (order.rejectedFor === 'address' && !hasAddress) return refuse('addressNeeded')
    if (hasAddress && order.way !== 'mail') return refuse('notByMail')
  }
  return decideMove(card, { orderId, move: 'correct', channel, by }, now)
}
