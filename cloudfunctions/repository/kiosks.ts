import { createHash } from 'node:crypto'
import type { CityCode } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import type { Bearer, Kiosk } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import { clock, type Database } from './database'
import { newSecret } from './random'

/** A terminal as an operator sees it. `codeUntil`: how long its code can be used, while nobody has. */
export interface ListedKiosk extends Kiosk {
  readonly madeAt: Instant
  readonly codeUntil: Instant | null
  readonly enrolledAt: Instant | null
  readonly revokedAt: Instant | null
}

/** What a device is known by from now on: its browser keeps it, and here stays its hash. */
export interface Enrolled {
  readonly kiosk: Kiosk
  readonly credential: string
}

/** Terminals: each is enrolled once, by a code that an operator was shown, and known by its device's credential until it is revoked. */
export interface Kiosks {
  /** One to be enrolled by a code within so long (ms). False where the id or the code is taken. */
  add(kiosk: Kiosk, code: string, lasts: number): Promise<boolean>
  /** Makes a device the terminal of a code, which is used up by it; null for any other code, and one that is out of time. */
  enrol(code: string): Promise<Enrolled | null>
  /** The terminal that a device is; null when it is none, or not any more. */
  find(credential: string): Promise<Kiosk | null>
  /** The same, if this session was begun before it and has not ended. */
  before(credential: string, session: Pick<Bearer, 'accountKey' | 'sessionId'>): Promise<Kiosk | null>
  /** At once, with the sessions before it. False where there is no such terminal. */
  revoke(kioskId: string): Promise<boolean>
  list(): Promise<ListedKiosk[]>
}

const columns = 'k.kiosk_id, k.outlet_id, k.city'
const device = 'k.kiosk_id = $1 and k.secret_hash = $2 and k.revoked_at is null'

const add = `insert into kiosk (kiosk_id, outlet_id, city, code_hash, code_until, made_at)
  values ($1, $2, $3, $4, ${clock} + $5::bigint, ${clock}) on conflict do nothing returning kiosk_id`
const enrol = `update kiosk k set code_hash = null, code_until = null, secret_hash = $2, enrolled_at = ${clock}
  where k.code_hash = any($1::text[]) and k.code_until > ${clock} returning ${columns}`
const find = `select ${columns} from kiosk k where ${device}`
const before = `select ${columns} from kiosk k join session s on s.kiosk_id = k.kiosk_id
  where ${device} and s.account_key = $3 and s.session_id = $4 and s.ended_at is null and s.expires_at > ${clock}`
const revoke = `with revoked as (update kiosk set revoked_at = coalesce(revoked_at, ${clock}), code_hash = null, code_until = null, secret_hash = null
    where kiosk_id = $1 returning kiosk_id),
  ended as (update session s set ended_at = ${clock} from revoked r where s.kiosk_id = r.kiosk_id and s.ended_at is null)
  select kiosk_id from revoked`
const list = `select ${columns}, k.made_at, k.code_until, k.enrolled_at, k.revoked_at from kiosk k order by k.outlet_id, k.made_at`

interface KioskRow {
  readonly kiosk_id: string
  readonly outlet_id: string
  readonly city: CityCode
}
interface ListedRow extends KioskRow {
  readonly made_at: Instant
  readonly code_until: Instant | null
  readonly enrolled_at: Instant | null
  readonly revoked_at: Instant | null
}

const kioskIn = ({ kiosk_id: kioskId, outlet_id: outletId, city }: KioskRow): Kiosk => ({ kioskId, outletId, city })

/** However it is typed. */
const codeHashes = (keys: Keys, code: string) => keys.hashes('kiosk code', code.toUpperCase()).map(({ hash }) => hash)

/** Nobody guesses 256 bits: without a key it is found for years, whichever keys there are by then. */
const secretHash = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** A terminal's id and its device's secret, as a statement asks for them. */
const deviceIn = (credential: string): [kioskId: string, hash: string] => {
  const [kioskId = '', secret = ''] = credential.split('.')
  return [kioskId, secretHash(secret)]
}

export const kiosksIn = ({ run }: Pick<Database, 'run'>, keys: Keys): Kiosks => {
  const one = async (name: string, text: string, values: readonly unknown[]): Promise<Kiosk | null> => {
    const [row] = await run<KioskRow>({ name, text, values })
    return row ? kioskIn(row) : null
  }
  return {
    add: async ({ kioskId, outletId, city }, code, lasts) => {
      const values = [kioskId, outletId, city, codeHashes(keys, code)[0], lasts]
      return (await run({ name: 'add-kiosk', text: add, values })).length > 0
    },
    enrol: async (code) => {
      const secret = newSecret()
      const kiosk = await one('enrol-kiosk', enrol, [codeHashes(keys, code), secretHash(secret)])
      return kiosk && { kiosk, credential: `${kiosk.kioskId}.${secret}` }
    },
    find: (credential) => one('find-kiosk', find, deviceIn(credential)),
    before: (credential, { accountKey, sessionId }) => one('find-kiosk-session', before, [...deviceIn(credential), accountKey, sessionId]),
    revoke: async (kioskId) => (await run({ name: 'revoke-kiosk', text: revoke, values: [kioskId] })).length > 0,
    list: async () => (await run<ListedRow>({ name: 'list-kiosks', text: list, values: [] }))
      .map((row) => ({ ...kioskIn(row), madeAt: row.made_at, codeUntil: row.code_until, enrolledAt: row.enrolled_at, revokedAt: row.revoked_at })),
  }
}
