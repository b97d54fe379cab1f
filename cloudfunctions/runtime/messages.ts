import type { ErrorCode } from '@/contract'

/** What each code says to whoever integrates; the screen has its own sentences in both languages. */
export const messages: Readonly<Record<ErrorCode, string>> = {
  malformedRequest: 'The request does not have the shape of this operation; `details.field` names the first field that is wrong.',
  notSignedIn: 'Nobody is signed in: sign in and call again.',
  proofRefused: 'The proof of who is signing in was refused.',
  verificationRefused: 'No passed identity check of this person for this purpose and card: begin a new one.',
  notFound: 'There is nothing here by that name, or it is not yours to see.',
  verificationUsed: 'This identity check has been used: begin a new one.',
  idempotencyKeyReused: 'This idempotency key came before with another request: choose a new one.',
  tooLarge: 'The request is larger than 64 KB.',
  notJson: 'The request is not JSON: send content-type application/json.',
  invalidRequest: 'The request is well formed but names something that does not exist.',
  tooManyRequests: 'Too many requests: try again after `details.retryAfterSeconds`.',
  fault: 'Something went wrong on our side: quote `details.requestId`.',
  busy: 'The service is not ready: try again in a moment with the same idempotency key.',
  cardCancelled: 'The card is cancelled: there is nothing to report or release.',
  reportNotMadeHere: 'A loss report of this function is not made in this channel.',
  kindNotMadeHere: 'This kind of loss report is not made in this channel.',
  releasedElsewhere: 'This loss report is released in another channel: `details.where` names them.',
  neverReleased: 'This loss report is not released in this city: the card is replaced.',
  reissueAlreadyAccepted: 'A reissue of this card has been accepted: the report is final.',
  reissueNeedsReport: 'A lost card is reissued only after a formal loss report.',
  nothingReported: 'There is no open loss report.',
  minorNeedsGuardian: 'The holder is a minor: a guardian acts for the card.',
  guardianOfAdult: 'The holder is an adult and acts for the card.',
  proxyInPersonOnly: 'A proxy acts in person, at an outlet.',
}
