import type { Door } from '@/contract'
import { day, type Instant } from '@/domain/time'
import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import type { Account } from './accounts'
import { clock, type Database } from './database'
import { refuseEarlierEpoch } from './known-caller'
import { newKey } from './random'
import type { SessionTable } from './schema'

/** A session as its two tokens say it: the caller of the short one, and the long one that gets the next. */
export interface Session {
  readonly caller: Caller
  readonly refreshToken: string
  readonly bound: boolean
}

export interface Sessions {
  begin(account: Account, channel: Door, played: boolean): Promise<Session>
  /** The session of a long token, which is used up by it; null when it is not ours, or its session has ended. */
  refresh(refreshToken: string): Promise<Session | null>
  /** Ends the session that the caller signed in by. Refuses `notSignedIn`. */
  end(caller: Caller): Promise<void>
}

/** A session ends so long (ms) after its last use. */
const sessionLasts = 30 * day
/** So long (ms) the secret before the last still counts, for a retry whose answer was lost. */
const graceLasts = 60_000

const begin = `insert into session (account_key, session_id, epoch, played, secret_hash, begun_at, expires_at)
  values ($1, $2, $3, $4, $5, ${clock}, ${clock} + ${sessionLasts})`
const find = `select s.*, a.epoch as account_epoch, a.channel, a.person_key is not null as bound, ${clock} as now
  from session s join account a on a.account_key = s.account_key where s.account_key = $1 and s.session_id = $2`
const rotate = `update session set secret_hash = $4, previous_hash = secret_hash, previous_until = ${clock} + ${graceLasts},
  expires_at = ${clock} + ${sessionLasts} where account_key = $1 and session_id = $2 and secret_hash = $3 and ended_at is null returning session_id`
const end = `update session set ended_at = ${clock} where account_key = $1 and session_id = $2 and ended_at is null`
const endOwn = `with own as (select account_key from account where account_key = $1 and epoch = $2),
  ended as (update session s set ended_at = ${clock} from own where s.account_key = own.account_key and s.session_id = $3 and s.ended_at is null)
  select account_key from own`

interface SessionRow extends SessionTable {
  readonly account_epoch: number
  readonly channel: Door
  readonly bound: boolean
  readonly now: Instant
}

interface LongToken {
  readonly accountKey: string
  readonly sessionId: string
  readonly secret: string
}

const tokenOf = ({ accountKey, sessionId, secret }: LongToken) => `${accountKey}.${sessionId}.${secret}`
const read = (refreshToken: string): LongToken => {
  const [accountKey = '', sessionId = '', secret = ''] = refreshToken.split('.')
  return { accountKey, sessionId, secret }
}

/** The secret is kept as this alone, by every hash key. */
const hashesOf = (keys: Keys, token: LongToken): string[] => keys.hashes('session', tokenOf(token)).map(({ hash }) => hash)

/**
 * The secrets that may follow one: only we can tell them, and we tell the same again, so that a retry gets the answer that was lost,
 * and two requests at once the same one.
 */
const followersOf = (keys: Keys, token: LongToken): [LongToken, ...LongToken[]] => {
  const [first, ...others] = keys.hashes('next session', tokenOf(token)).map(({ hash }) => ({ ...token, secret: hash }))
  if (!first) throw new TypeError('a list of keys needs at least one')
  return [first, ...others]
}

const sessionIn = ({ account_epoch: epoch, channel, played, bound }: SessionRow, token: LongToken): Session =>
  ({ caller: { accountKey: token.accountKey, epoch, channel, played, sessionId: token.sessionId }, refreshToken: tokenOf(token), bound })

const isOpen = (row: SessionRow): boolean => row.ended_at === null && row.now < row.expires_at && row.epoch === row.account_epoch

/** The token that followed the one before the last, while that still counts. */
const followed = (row: SessionRow, keys: Keys, token: LongToken): LongToken | undefined => {
  const { previous_hash: previous, previous_until: until } = row
  if (previous === null || until === null || row.now >= until || !hashesOf(keys, token).includes(previous)) return undefined
  return followersOf(keys, token).find((follower) => hashesOf(keys, follower).includes(row.secret_hash))
}

/** Undefined when another request has just used the token. */
const refreshOnce = async ({ run }: Database, keys: Keys, token: LongToken): Promise<Session | null | undefined> => {
  const found = [token.accountKey, token.sessionId]
  const [row] = await run<SessionRow>({ name: 'find-session', text: find, values: found })
  if (!row || !isOpen(row)) return null
  if (hashesOf(keys, token).includes(row.secret_hash)) {
    const [next] = followersOf(keys, token)
    const rotated = await run({ name: 'rotate-session', text: rotate, values: [...found, row.secret_hash, keys.hash('session', tokenOf(next)).hash] })
    return rotated.length > 0 ? sessionIn(row, next) : undefined
  }
  const next = followed(row, keys, token)
  if (next) return sessionIn(row, next)
  // a secret that was used before is in two hands, and we cannot tell whose they are
  await run({ name: 'end-session', text: end, values: found })
  return null
}

export const sessionsIn = (database: Database, keys: Keys): Sessions => ({
  begin: async ({ accountKey, epoch, bound }, channel, played) => {
    const token = { accountKey, sessionId: newKey(), secret: newKey() }
    const values = [accountKey, token.sessionId, epoch, played, keys.hash('session', tokenOf(token)).hash]
    await database.run({ name: 'begin-session', text: begin, values })
    return { caller: { accountKey, epoch, channel, played, sessionId: token.sessionId }, refreshToken: tokenOf(token), bound }
  },
  refresh: async (refreshToken) => {
    const token = read(refreshToken)
    const session = await refreshOnce(database, keys, token)
    return session === undefined ? (await refreshOnce(database, keys, token)) ?? null : session
  },
  end: async (caller) => {
    const [own] = await database.run({ name: 'end-own-session', text: endOwn, values: [caller.accountKey, caller.epoch, caller.sessionId ?? ''] })
    if (!own) await refuseEarlierEpoch(database, caller)
  },
})
