import { grantEnd } from '@/domain/dependants'
import type { CityCode } from '@/domain/policies'
import { civilDate, daysAfter, type Instant } from '@/domain/time'
import type { GrantPurpose } from '@/domain/words'
import type { Keys } from '../../runtime/keys'
import { clock, inTransaction, type Database } from '../database'
import { hashArrays } from '../directory'
import { policyFor } from '../views'
import type { NamedProxy } from './grants'
import { writeGrant } from './write-grant'

/** A grant that stands in a made-up city, for so many days from today. */
export interface ArrangedGrant {
  readonly cardNumber: string
  readonly proxy: NamedProxy
  readonly purpose: GrantPurpose
  readonly days: number
}

interface Found {
  readonly card_key: string
  readonly holder_key: string
  readonly city: CityCode
  readonly has_grant: boolean
  readonly now: Instant
}

/** One that was taken back is not given again; one that has run out is. */
const find = `select c.card_key, c.holder_key, c.city, ${clock} as now,
  exists (select from proxy_grant g where g.card_key = c.card_key and (g.revoked_at is not null or g.ends_at > ${clock})) as has_grant
  from card_directory d join card c on c.card_key = d.card_key
  where (d.number_hash, d.hash_key_id) in (select * from unnest($1::text[], $2::text[]))`

/** Gives a card a grant without its holder's check, as the demo city is given its stories. */
export const arrangeGrant = async (database: Database, keys: Keys, { cardNumber, proxy, purpose, days }: ArrangedGrant): Promise<boolean> => {
  const values = hashArrays(keys.hashes('cardNumber', cardNumber))
  const [row] = await database.run<Found>({ name: 'find-card-to-grant', text: find, values })
  if (!row || row.has_grant) return false
  const endsAt = grantEnd(daysAfter(civilDate(row.now), days), policyFor(row), row.now)
  if (endsAt === null) throw new RangeError('a grant is arranged for longer than the rules let it hold')
  const grant = { cardKey: row.card_key, holderKey: row.holder_key, proxy, purpose, grantedAt: row.now, endsAt }
  await inTransaction(database, (run) => writeGrant(run, keys, policyFor(row), grant))
  return true
}
