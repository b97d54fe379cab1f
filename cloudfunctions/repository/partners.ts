import type { CityCode } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import type { Keys } from '../runtime/keys'
import type { Partner, PartnerChannel } from '../runtime/partner'
import { clock, inTransaction, type Database, type Run } from './database'
import { newKey, newSecret } from './random'

/** A partner as an operator sets it up. */
export interface NewPartner extends Omit<Partner, 'staff'> {
  readonly perMinute: number
}

/** Who signs under an id: with null nobody, or one that is disabled, and secrets that no one has. */
export interface Signer {
  readonly known: { readonly partner: Partner; readonly perMinute: number } | null
  /** Those that count at `now`. */
  readonly secrets: readonly string[]
  readonly now: Instant
}

export interface ListedPartner extends NewPartner {
  readonly madeAt: Instant
  readonly disabledAt: Instant | null
}

/** Partners, the secrets they sign with, and what of theirs was seen. A secret is told once, when it is made. */
export interface Partners {
  signer(partnerId: string): Promise<Signer>
  /** False when it was used before. */
  useNonce(partnerId: string, nonce: string): Promise<boolean>
  /** The newest secret, for what we sign and hash for a partner; null where there is no such partner, or it is disabled. */
  secretOf(partnerId: string): Promise<string | null>
  /** Its secret, one that is given or a new one; null where the id is taken. */
  add(partner: NewPartner, secret?: string): Promise<string | null>
  /** A new secret; those before count for so long (ms) more, and no longer than they did. Null where there is no such partner. */
  rotate(partnerId: string, overlap: number): Promise<string | null>
  /** False where there is no such partner. */
  disable(partnerId: string): Promise<boolean>
  enable(partnerId: string): Promise<boolean>
  list(): Promise<ListedPartner[]>
}

interface PartnerRow {
  readonly partner_id: string
  readonly name: string
  readonly channel: PartnerChannel
  readonly bank: string | null
  readonly cities: readonly CityCode[]
  readonly operations: readonly string[]
  readonly per_minute: number
  readonly made_at: Instant
  readonly disabled_at: Instant | null
}

interface SecretRow {
  readonly secret_id: string
  readonly sealed_secret: string
}
interface SignerRow extends PartnerRow {
  readonly secrets: readonly SecretRow[] | null
  readonly now: Instant
}

const find = `select p.*, t.now, (select json_agg(json_build_object('secret_id', s.secret_id, 'sealed_secret', s.sealed_secret))
    from partner_secret s where s.partner_id = $1 and (s.until_at is null or s.until_at > t.now)) as secrets
  from (select ${clock} as now) t left join partner p on p.partner_id = $1`
const newest = `select s.secret_id, s.sealed_secret from partner p join partner_secret s on s.partner_id = p.partner_id
  where p.partner_id = $1 and p.disabled_at is null and s.until_at is null`
const useNonce = `insert into partner_nonce (partner_id, nonce, seen_at) values ($1, $2, ${clock}) on conflict do nothing returning nonce`
const add = `insert into partner (partner_id, name, channel, bank, cities, operations, per_minute, made_at)
  values ($1, $2, $3, $4, $5, $6, $7, ${clock}) on conflict do nothing returning partner_id`
const addSecret = `insert into partner_secret (partner_id, secret_id, sealed_secret, made_at) values ($1, $2, $3, ${clock})`
const hold = 'select partner_id from partner where partner_id = $1 for update'
const outdate = `update partner_secret set until_at = least(until_at, ${clock} + $2::bigint) where partner_id = $1`
const disable = `update partner set disabled_at = coalesce(disabled_at, ${clock}) where partner_id = $1 returning partner_id`
const enable = 'update partner set disabled_at = null where partner_id = $1 returning partner_id'
const list = 'select * from partner order by partner_id'

/** What a secret is sealed for, so that it opens for its own partner alone. */
const rowOf = (partnerId: string, secretId: string) => `partner-secret:${partnerId}:${secretId}`

const partnerIn = ({ partner_id: partnerId, name, channel, bank, cities, operations }: PartnerRow) => ({ partnerId, name, channel, bank, cities, operations })

const keepSecret = async (run: Run, keys: Keys, partnerId: string, secret: string): Promise<string> => {
  const secretId = newKey()
  await run({ name: 'add-partner-secret', text: addSecret, values: [partnerId, secretId, keys.seal(secret, rowOf(partnerId, secretId))] })
  return secret
}

const rotate = async (run: Run, keys: Keys, partnerId: string, overlap: number): Promise<string | undefined> => {
  const [held] = await run({ name: 'hold-partner', text: hold, values: [partnerId] })
  if (!held) return undefined
  await run({ name: 'outdate-partner-secrets', text: outdate, values: [partnerId, overlap] })
  return keepSecret(run, keys, partnerId, newSecret())
}

const changes = async ({ run }: Database, name: string, text: string, partnerId: string): Promise<boolean> =>
  (await run({ name, text, values: [partnerId] })).length > 0

export const partnersIn = (database: Database, keys: Keys): Partners => {
  const { run } = database
  const open = (partnerId: string) => ({ secret_id: id, sealed_secret: sealed }: SecretRow) => keys.open(sealed, rowOf(partnerId, id))
  /** A stranger's request is checked like a partner's: by a secret that was sealed, and that nobody has. */
  const nobody = { partnerId: '', secret_id: newKey() }
  const nobodys: SecretRow = { ...nobody, sealed_secret: keys.seal(newSecret(), rowOf(nobody.partnerId, nobody.secret_id)) }
  return {
    signer: async (partnerId) => {
      const [row] = await run<SignerRow>({ name: 'find-signer', text: find, values: [partnerId] })
      if (!row) throw new TypeError('the database did not tell the time')
      const known = row.secrets !== null && row.disabled_at === null ? { partner: { ...partnerIn(row), staff: null }, perMinute: row.per_minute } : null
      const secrets = known && row.secrets ? row.secrets.map(open(partnerId)) : [open(nobody.partnerId)(nobodys)]
      return { known, secrets, now: row.now }
    },
    useNonce: async (partnerId, nonce) => (await run({ name: 'use-nonce', text: useNonce, values: [partnerId, nonce] })).length > 0,
    secretOf: async (partnerId) => {
      const [row] = await run<SecretRow>({ name: 'newest-partner-secret', text: newest, values: [partnerId] })
      return row ? open(partnerId)(row) : null
    },
    add: async ({ partnerId, name, channel, bank, cities, operations, perMinute }, secret = newSecret()) => {
      const values = [partnerId, name, channel, bank, [...cities], [...operations], perMinute]
      const added = await inTransaction(database, async (within) => {
        const [row] = await within({ name: 'add-partner', text: add, values })
        return row ? keepSecret(within, keys, partnerId, secret) : undefined
      })
      return added ?? null
    },
    rotate: async (partnerId, overlap) => (await inTransaction(database, (within) => rotate(within, keys, partnerId, overlap))) ?? null,
    disable: (partnerId) => changes(database, 'disable-partner', disable, partnerId),
    enable: (partnerId) => changes(database, 'enable-partner', enable, partnerId),
    list: async () => (await run<PartnerRow>({ name: 'list-partners', text: list, values: [] }))
      .map((row) => ({ ...partnerIn(row), perMinute: row.per_minute, madeAt: row.made_at, disabledAt: row.disabled_at })),
  }
}
