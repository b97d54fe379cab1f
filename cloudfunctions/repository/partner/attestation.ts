import * as v from 'valibot'
import type { CardChange } from '@/domain/events'
import type { Keys } from '../../runtime/keys'
import type { AttestationTable } from '../schema'
import type { PartnerApplicant } from './applicant'
import type { Said } from './admit'

const shape = v.object({ name: v.string(), idNumber: v.string() })

/** What an applicant's name and ID number are sealed for: the event. */
const place = (cardKey: string, seq: number) => `${cardKey}.${seq}`

const seal = (keys: Keys, cardKey: string, seq: number, applicant: PartnerApplicant): string | null =>
  'idNumber' in applicant ? keys.seal(JSON.stringify({ name: applicant.name, idNumber: applicant.idNumber }), place(cardKey, seq)) : null

/** The name, in clear, of the guardian or proxy whom a partner attested. */
export const attestedName = (keys: Keys, cardKey: string, seq: number, sealed: string): string =>
  v.parse(shape, JSON.parse(keys.open(sealed, place(cardKey, seq)))).name

export type Attestation = Omit<AttestationTable, 'card_key'>

/** A partner's word about each event that came of its request; what merely lapsed is nobody's. */
export const attestationsOf = (
  keys: Keys, { partner, applicant, evidence, outlet }: Said, staff: string, { card_key: cardKey, version }: { card_key: string; version: number },
  events: readonly CardChange[],
): Attestation[] =>
  events.flatMap(({ by }, index) => {
    if (by === 'system') return []
    const seq = version + 1 + index
    const sealed = seal(keys, cardKey, seq, applicant)
    return [{ seq, partner_id: partner.partnerId, staff, outlet, applicant: applicant.role, sealed_applicant: sealed, evidence }]
  })
