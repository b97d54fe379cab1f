import type { GrantPurpose } from '@/domain/words'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import { openPerson } from '../person'
import type { ProxyGrantTable } from '../schema'
import { ofPerson, rowsOf } from './of-person'

/** A grant, in force or ended, as one of its two sides has it; `name` is the other side's, and clear: mask it. */
export interface OwnGrant {
  readonly given: boolean
  readonly name: string
  readonly cardNumber: string
  readonly purpose: GrantPurpose
  readonly grantedAt: Instant
  readonly endsAt: Instant
  readonly revokedAt: Instant | null
}

interface Row extends ProxyGrantTable {
  readonly given: boolean
  readonly sealed_person: string
  readonly sealed_number: string
}

const text = `${ofPerson} select t.*, t.holder_key = $1 as given, p.sealed_person, c.sealed_number
  from ${rowsOf.grant.table} t join card c on c.card_key = t.card_key join person p on p.person_key = t.holder_key
  where ${rowsOf.grant.where} order by t.granted_at, t.grant_id`

/** The holder typed the proxy's name, and the proxy sees the holder's. */
const grantOf = (row: Row, keys: Keys): OwnGrant => ({
  given: row.given,
  name: (row.given ? openPerson(keys, row.grant_id, row.sealed_proxy) : openPerson(keys, row.holder_key, row.sealed_person)).name,
  cardNumber: keys.open(row.sealed_number, row.card_key),
  purpose: row.purpose,
  grantedAt: row.granted_at,
  endsAt: row.ends_at,
  revokedAt: row.revoked_at,
})

/** What a person gave and was given, whatever has become of it. */
export const allGrants = async (run: Run, keys: Keys, personKey: string): Promise<OwnGrant[]> =>
  (await run<Row>({ name: 'all-grants', text, values: [personKey] })).map((row) => grantOf(row, keys))
