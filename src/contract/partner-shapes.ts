import * as v from 'valibot'
import { disputeOutcomes, papers, reissueKinds, reportKinds } from '@/domain/words'
import { outletId } from './outlet-shapes'
import { actionState, cardId, cardNumber, citizenName, city, dispute, historyEvent, idempotencyKey, idNumber, instant, report, shown } from './shapes'

const word = (maximum: number) => v.pipe(v.string(), v.regex(/^[\w.:@-]+$/), v.minLength(1), v.maxLength(maximum))

/** A card by its number, or by the id that an earlier answer gave. */
export const byCard = v.union([v.strictObject({ cardNumber }), v.strictObject({ cardId })])
/** Cards by a card, or all of a holder's by their ID number. */
export const byAnything = v.union([...byCard.options, v.strictObject({ idNumber })])

/** The member of staff or the machine, and the outlet it stands in. From a counter's own session both are the session's, whatever is said here. */
export const staff = v.strictObject({ id: word(64), outlet: v.optional(outletId) })

/** Who stands there, as the partner says. */
export const applicant = v.variant('role', [
  v.strictObject({ role: v.literal('cardholder') }),
  v.strictObject({ role: v.literal('guardian'), name: citizenName, idNumber }),
  v.strictObject({ role: v.literal('proxy'), name: citizenName, idNumber }),
])
export type Applicant = v.InferOutput<typeof applicant>

/** By what the partner knows that: papers seen in the original, or an online check of its own, with its number and when it was passed. */
export const evidence = v.variant('kind', [
  v.strictObject({ kind: v.literal('papers'), seen: v.pipe(v.array(v.picklist(papers)), v.minLength(1), v.maxLength(papers.length)) }),
  v.strictObject({ kind: v.literal('onlineCheck'), method: v.picklist(['face', 'password', 'other']), reference: word(64), at: instant }),
])
export type Evidence = v.InferOutput<typeof evidence>

/** What is said of everything a partner does to a card. */
export const acted = { card: byCard, staff, applicant, evidence, idempotencyKey }
/** The same where nobody may stand there: an application that came online, a card that was delivered. */
export const actedWithout = { ...acted, applicant: v.optional(applicant), evidence: v.optional(evidence) }
export const kind = v.picklist(reportKinds)
export const reissueKind = v.picklist(reissueKinds)
export const outcome = v.picklist(disputeOutcomes)

/** A card as a partner is told of it: nothing personal but a masked name and number. `actions`: what its holder can do there. */
export const partnerCard = v.object({
  cardId,
  maskedNumber: v.string(),
  maskedName: v.string(),
  city,
  issuingBank: v.string(),
  socialSecurity: shown,
  financial: shown,
  bankTold: v.boolean(),
  reissueAccepted: v.boolean(),
  dispute: v.optional(dispute),
  actions: v.array(actionState),
})
export type PartnerCardOnWire = v.InferOutput<typeof partnerCard>

/** `already`: it was so before, for a retry and for a second person alike. */
export const result = v.picklist(['done', 'already'])
export const done = v.object({ result, card: partnerCard, report: v.optional(report) })

/**
 * One event of the feed, in the order of each card. `cardReference`: hex HMAC-SM3 of the card's number under the partner's own secret, by
 * which whoever knows the number finds its card.
 */
export const feedEvent = v.object({ position: v.number(), cardId, cardReference: v.string(), city, ...historyEvent.entries })
