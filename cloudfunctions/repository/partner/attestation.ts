import * as v from 'valibot'
import type { CardChange } from '@/domain/events'
import type { Paper, Role } from '@/domain/words'
import type { Kiosk } from '../../runtime/caller'
import type { Keys } from '../../runtime/keys'
import { clock } from '../database'
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

/** The city and the rest of an outlet's id, as it stands in an attestation `a`. */
const [city, outlet] = ["split_part(a.outlet, '.', 1)", "substr(a.outlet, strpos(a.outlet, '.') + 1)"]
/** Whose word an attestation `a` is: the partner's name; where a counter's own page was asked, its outlet's in the city's current list. */
export const saidBy = `coalesce((select o.name from partner o where o.partner_id = a.partner_id),
  (select o.name from outlet o where o.city = ${city} and o.outlet_id = ${outlet} and o.version = (select l.version from outlet_publication l
    where l.city = ${city} and l.current_from <= ${clock} order by l.current_from desc, l.seq desc limit 1)), a.outlet)`

export type Attestation = Omit<AttestationTable, 'card_key'>

/** A card before the events that are written of it. */
interface Written {
  readonly card_key: string
  readonly version: number
}

/** A word about each event that came of a request; what merely lapsed is nobody's, and comes from no channel. */
const ofEach = ({ version }: Written, events: readonly CardChange[], word: (seq: number) => Omit<Attestation, 'seq'>): Attestation[] =>
  events.flatMap(({ channel }, index) => {
    const seq = version + 1 + index
    return channel === 'system' ? [] : [{ seq, ...word(seq) }]
  })

/** A partner's word about the events of its request. */
export const attestationsOf = (
  keys: Keys, { partner, applicant, evidence, outlet }: Said, staff: string, card: Written, events: readonly CardChange[],
): Attestation[] =>
  ofEach(card, events, (seq) =>
    ({ partner_id: partner.partnerId, staff, outlet, applicant: applicant.role, sealed_applicant: seal(keys, card.card_key, seq, applicant), evidence }))

/** A terminal's word: who put their ID card on it is the event's own actor, so that no name is kept beside it. No partner's id has a dot. */
export const attestationsAt = ({ kioskId, outletId }: Kiosk, role: Role, seen: readonly Paper[], card: Written, events: readonly CardChange[]): Attestation[] =>
  ofEach(card, events, () =>
    ({ partner_id: `kiosk.${kioskId}`, staff: kioskId, outlet: outletId, applicant: role, sealed_applicant: null, evidence: { kind: 'papers', seen } }))
