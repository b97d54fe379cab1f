import type { Evidence } from '@/contract'
import { isAdult } from '@/domain/dependants'
import { bornOn } from '@/domain/id-number'
import { missingPapers } from '@/domain/papers'
import { civilDate, fromIso, minute, type Instant } from '@/domain/time'
import { mayNotAct } from '@/domain/who'
import type { Channel, Deed, Role } from '@/domain/words'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import type { Partner } from '../../runtime/partner'
import { openPerson } from '../person'
import { policyFor, whoOf, type CardView, type ViewRow } from '../views'
import { takesTheirWord, type PartnerApplicant } from './applicant'

/** What a partner is to be believed: who stands where before whom, and by what that is known. */
export interface Said {
  readonly partner: Partner
  readonly applicant: PartnerApplicant
  readonly evidence: Evidence | null
  readonly outlet: string | null
  /** What the rules call it; null for what a bank or a maker says of its own work. */
  readonly deed: Deed | null
  /** Besides the one that issued the card: the bank that makes the new one, or any, where a rule says which may. */
  readonly banks?: 'maker' | 'any'
}

/** The bureau's staff are a counter's to the rules. */
export const channelOf = ({ channel }: Partner): Channel => (channel === 'bureau' ? 'counter' : channel)

/** How long (ms) a partner's own check counts, and how far its clock may be ahead of ours. */
const checkLasts = 10 * minute
const clocksDiffer = minute

const wrong = (field: string) => new RequestError('invalidRequest', { field })

type OfBanks = Pick<ViewRow, 'issuing_bank' | 'reissue'>

/** Whether a bank makes the new card of an order that goes on. */
const makes = ({ bank }: Partner, { reissue }: OfBanks): boolean => reissue?.bank === bank && reissue.closed_at === null

/** Whether a card is of a partner's bank: issued by it, or about to be. */
export const isSeenBy = (partner: Partner, row: OfBanks): boolean =>
  partner.bank === null || partner.bank === row.issuing_bank || makes(partner, row)

/** Refuses a bank that speaks of another's card. */
const refuseOtherBank = ({ partner, banks }: Said, row: OfBanks): void => {
  const isItsOwn = partner.bank === null || partner.bank === row.issuing_bank || banks === 'any'
  if (!isItsOwn && !(banks === 'maker' && makes(partner, row))) throw new RequestError('notThisBank')
}

/** Nobody is their own guardian or proxy, and whoever acts for others is of age. */
const refuseUnfit = ({ applicant }: Said, row: ViewRow, keys: Keys): void => {
  if (!('idNumber' in applicant)) return
  const isHolder = openPerson(keys, row.holder_key, row.sealed_person).idNumber === applicant.idNumber
  if (isHolder || !isAdult(bornOn(applicant.idNumber), civilDate(row.now))) throw wrong('applicant.idNumber')
}

const refuseUnentitled = ({ partner, applicant, deed }: Said, view: CardView, cares: boolean): void => {
  if (deed === null) return
  if (applicant.role === 'guardian' && !cares && !takesTheirWord(partner.channel)) throw new RequestError('notGranted')
  const refusal = mayNotAct(whoOf(view), deed, channelOf(partner), policyFor(view))
  if (refusal) throw new RequestError(refusal)
}

const refuseUnchecked = (evidence: Evidence | null, now: Instant): void => {
  if (evidence?.kind !== 'onlineCheck') throw new RequestError('verificationRefused')
  const at = fromIso(evidence.at)
  // what is no time is in no range
  if (!(at > now - checkLasts && at <= now + clocksDiffer)) throw new RequestError('verificationRefused')
}

/** By what it is known who acts: papers where somebody or a machine reads them, a check of its own online; a bank and the bureau by their own rules. */
const refuseUnproven = ({ partner: { channel }, evidence, outlet, deed }: Said, role: Role, now: Instant): void => {
  if (channel === 'bank' || channel === 'bureau') return
  if (channel === 'tianfu' || channel === 'phone') return refuseUnchecked(evidence, now)
  if (outlet === null) throw wrong('staff.outlet')
  const missing = missingPapers(role, deed === 'releaseLoss', channel, evidence?.kind === 'papers' ? evidence.seen : [])
  if (missing.length > 0) throw new RequestError('papersMissing', { papers: missing })
}

/**
 * Whether a partner may do this to a card for whoever it says. Refuses `notThisBank`, `invalidRequest` with its field, `notGranted` for a
 * guardian who is none on record, whatever the rules refuse, `papersMissing` with which, `verificationRefused`.
 */
export const refuseUnadmitted = (said: Said, row: ViewRow, view: CardView, cares: boolean, keys: Keys): void => {
  refuseOtherBank(said, row)
  refuseUnfit(said, row, keys)
  refuseUnentitled(said, view, cares)
  if (said.applicant.role !== 'bank') refuseUnproven(said, said.applicant.role, row.now)
}
