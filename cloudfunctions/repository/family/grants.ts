import type { Instant } from '@/domain/time'
import type { GrantPurpose } from '@/domain/words'
import type { Keys } from '../../runtime/keys'
import { clock, type Run } from '../database'
import { openPerson, sealPerson } from '../person'
import type { ProxyGrantTable } from '../schema'

/** What a holder lets another do with a card until `endsAt` (ms); the name is the other side's. Name and number are clear: mask them. */
export interface Grant {
  readonly grantId: string
  readonly cardKey: string
  readonly holderKey: string
  readonly name: string
  readonly number: string
  readonly purpose: GrantPurpose
  readonly grantedAt: Instant
  readonly endsAt: Instant
}

/** A proxy as the holder named them. */
export interface NamedProxy {
  readonly name: string
  readonly idNumber: string
}

/** A grant as its holder makes it. */
export interface NewGrant {
  readonly cardKey: string
  readonly holderKey: string
  readonly proxy: NamedProxy
  readonly purpose: GrantPurpose
  readonly grantedAt: Instant
  readonly endsAt: Instant
}

/** Sealed for the grant: the name the holder typed stays with it, whoever it belongs to. */
export const sealProxy = (keys: Keys, grantId: string, proxy: NamedProxy): string => sealPerson(keys, grantId, { ...proxy, phone: '' })

interface GrantRow extends ProxyGrantTable {
  readonly sealed_number: string
  readonly sealed_person: string
}

const columns = 'g.*, c.sealed_number, p.sealed_person'
const joined = 'join card c on c.card_key = g.card_key join person p on p.person_key = c.holder_key'
const inForce = `g.revoked_at is null and g.ends_at > ${clock}`

const toPerson = `select ${columns} from person_grant k
  join proxy_grant g on g.card_key = k.card_key and g.grant_id = k.grant_id and g.proxy_key = k.person_key ${joined}
  where k.person_key = $1 and ${inForce} order by g.granted_at, g.grant_id`

const byPerson = `select ${columns} from person_card k join proxy_grant g on g.card_key = k.card_key ${joined}
  where k.person_key = $1 and ${inForce} order by g.granted_at, g.grant_id`

const one = `select ${columns} from proxy_grant g ${joined} where g.card_key = $1 and g.grant_id = $2`

const grantOf = (row: GrantRow, keys: Keys, name: string): Grant => ({
  grantId: row.grant_id,
  cardKey: row.card_key,
  holderKey: row.holder_key,
  name,
  number: keys.open(row.sealed_number, row.card_key),
  purpose: row.purpose,
  grantedAt: row.granted_at,
  endsAt: row.ends_at,
})

const withProxy = (row: GrantRow, keys: Keys): Grant => grantOf(row, keys, openPerson(keys, row.grant_id, row.sealed_proxy).name)
const withHolder = (row: GrantRow, keys: Keys): Grant => grantOf(row, keys, openPerson(keys, row.holder_key, row.sealed_person).name)

/** What others let a person do now, each under the holder's name. */
export const grantsTo = async (run: Run, keys: Keys, personKey: string): Promise<Grant[]> =>
  (await run<GrantRow>({ name: 'grants-to', text: toPerson, values: [personKey] })).map((row) => withHolder(row, keys))

/** What a person lets others do now with their cards, each under the proxy's name. */
export const grantsBy = async (run: Run, keys: Keys, personKey: string): Promise<Grant[]> =>
  (await run<GrantRow>({ name: 'grants-by', text: byPerson, values: [personKey] })).map((row) => withProxy(row, keys))

/** One grant under the proxy's name, in force or not. */
export const grantAt = async (run: Run, keys: Keys, cardKey: string, grantId: string): Promise<Grant> => {
  const [row] = await run<GrantRow>({ name: 'grant', text: one, values: [cardKey, grantId] })
  if (!row) throw new TypeError('a grant that was answered with is not there')
  return withProxy(row, keys)
}
