import type { CardEvent } from '@/domain/events'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import { attestedName, saidBy } from '../partner/attestation'
import type { AttestationTable } from '../schema'

/** What a partner said when something happened to a card. `actorName`, of a guardian or proxy, is clear: mask it. */
export interface OwnAttestation extends Pick<AttestationTable, 'staff' | 'outlet' | 'applicant' | 'evidence'> {
  readonly at: Instant
  readonly what: CardEvent['what']
  readonly partner: string
  readonly actorName: string | null
}

interface Row extends Omit<OwnAttestation, 'actorName'>, Pick<AttestationTable, 'seq' | 'sealed_applicant'> {}

const said = `select a.seq, (e.event->>'at')::bigint as at, e.event->>'what' as what, a.staff, a.outlet, a.applicant, a.sealed_applicant, a.evidence,
    coalesce(${saidBy}, a.partner_id) as partner
  from attestation a join card_event e on e.card_key = a.card_key and e.seq = a.seq where a.card_key = $1 order by a.seq`
const set = 'select set_at from service_password where card_key = $1'

/** What partners said about a card, in the order it was said. */
export const saidByPartners = async (run: Run, keys: Keys, cardKey: string): Promise<OwnAttestation[]> => {
  const rows = await run<Row>({ name: 'said-by-partners', text: said, values: [cardKey] })
  return rows.map(({ seq, sealed_applicant: sealed, ...row }) => ({ ...row, actorName: sealed && attestedName(keys, cardKey, seq, sealed) }))
}

/** When the service password of a card was last set; null where it has none. */
export const passwordSetAt = async (run: Run, cardKey: string): Promise<Instant | null> => {
  const [row] = await run<{ set_at: Instant }>({ name: 'password-set-at', text: set, values: [cardKey] })
  return row?.set_at ?? null
}
