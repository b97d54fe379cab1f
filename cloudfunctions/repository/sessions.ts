import type { CitizenChannel, Door } from '@/contract'
import { day, minute, type Instant } from '@/domain/time'
import type { Bearer, Caller, Kiosk } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import type { Account } from './account-rows'
import { clock, type Database } from './database'
import { refuseEarlierEpoch } from './known-caller'
import { newKey } from './random'
import type { SessionTable } from './schema'

/** A session as its two tokens say it: the caller of the short one, and the long one that gets the next. */
export interface Session {
  readonly caller: Bearer
  readonly refreshToken: string
  readonly bound: boolean
  /** When it ends whatever is done; null of a phone's, which each use lengthens. */
  readonly endsAt: Instant | null
}

export interface Sessions {
  begin(account: Account, channel: Door, played: boolean): Promise<Session>
  /** One of whoever put their ID card on a terminal, which ends whatever session was before it. */
  beginBefore(kiosk: Kiosk, account: Account): Promise<Session>
  /**
   * The session of a long token, which is used up by it; null when it is not ours, or its session has ended. One that was begun before a
   * terminal counts there alone: `kiosk` is the one that asks, or null.
   */
  refresh(refreshToken: string, kiosk: Kiosk | null): Promise<Session | null>
  /** Ends the session that the caller signed in by. Refuses `notSignedIn`. */
  end(caller: Caller): Promise<void>
}

/** A session ends so long (ms) after its last use. */
const sessionLasts = 30 * day
/** One before a terminal, where anybody may be next, ends so long (ms) after it began. */
const kioskSessionLasts = 10 * minute
/** So long (ms) the secret before the last still counts, for a retry whose answer was lost. */
const graceLasts = 60_000

const begin = `insert into session (account_key, session_id, epoch, played, secret_hash, begun_at, expires_at)
  values ($1, $2, $3, $4, $5, ${clock}, ${clock} + ${sessionLasts})`
const beginBefore = `with before as (update session set ended_at = ${clock} where kiosk_id = $5 and ended_at is null)
  insert into session (account_key, session_id, epoch, played, secret_hash, begun_at, expires_at, kiosk_id)
  select $1, $2, $3, false, $4, t.now, t.now + ${kioskSessionLasts}, $5 from (select ${clock} as now) t returning expires_at`
const find = `select s.*, a.epoch as account_epoch, a.channel, a.person_key is not null as bound, ${clock} as now
  from session s join account a on a.account_key = s.account_key where s.account_key = $1 and s.session_id = $2`
const rotate = `update session set secret_hash = $4, previous_hash = secret_hash, previous_until = ${clock} + ${graceLasts},
  expires_at = case when kiosk_id is null then ${clock} + ${sessionLasts} else expires_at end
  where account_key = $1 and session_id = $2 and secret_hash = $3 and ended_at is null returning session_id`
const end = `update session set ended_at = ${clock} where account_key = $1 and session_id = $2 and ended_at is null`
const endOwn = `with own as (select account_key from account where account_key = $1 and epoch = $2),
  ended as (update session s set ended_at = ${clock} from own where s.account_key = own.account_key and s.session_id = $3 and s.ended_at is null)
  select account_key from own`

interface SessionRow extends SessionTable {
  readonly account_epoch: number
  readonly channel: CitizenChannel
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

const sessionIn = (row: SessionRow, token: LongToken): Session => {
  const { account_epoch: epoch, channel, played, bound, kiosk_id: kioskId, expires_at: expiresAt } = row
  const caller = { accountKey: token.accountKey, epoch, channel, played, sessionId: token.sessionId }
  return { caller, refreshToken: tokenOf(token), bound, endsAt: kioskId === null ? null : expiresAt }
}

const isOpen = (row: SessionRow): boolean => row.ended_at === null && row.now < row.expires_at && row.epoch === row.account_epoch
const isHere = ({ kiosk_id: kioskId }: SessionRow, kiosk: Kiosk | null): boolean => kioskId === null || kioskId === kiosk?.kioskId

/** The token that followed the one before the last, while that still counts. */
const followed = (row: SessionRow, keys: Keys, token: LongToken): LongToken | undefined => {
  const { previous_hash: previous, previous_until: until } = row
  if (previous === null || until === null || row.now >= until || !hashesOf(keys, token).includes(previous)) return undefined
  return followersOf(keys, token).find((follower) => hashesOf(keys, follower).includes(row.secret_hash))
}

/** Undefined when another request has just used the token. */
const refreshOnce = async ({ run }: Database, keys: Keys, token: LongToken, kiosk: Kiosk | null): Promise<Session | null | undefined> => {
  const found = [token.accountKey, token.sessionId]
  const [row] = await run<SessionRow>({ name: 'find-session', text: find, values: found })
  if (!row || !isOpen(row) || !isHere(row, kiosk)) return null
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

const newToken = (accountKey: string): LongToken => ({ accountKey, sessionId: newKey(), secret: newKey() })

const beginAt = async ({ run }: Database, keys: Keys, kiosk: Kiosk, { accountKey, epoch, bound }: Account): Promise<Session> => {
  const token = newToken(accountKey)
  const values = [accountKey, token.sessionId, epoch, keys.hash('session', tokenOf(token)).hash, kiosk.kioskId]
  const [row] = await run<Pick<SessionTable, 'expires_at'>>({ name: 'begin-kiosk-session', text: beginBefore, values })
  if (!row) throw new TypeError('a session was not written')
  const caller = { accountKey, epoch, channel: 'terminal', played: false, sessionId: token.sessionId } as const
  return { caller, refreshToken: tokenOf(token), bound, endsAt: row.expires_at }
}

export const sessionsIn = (database: Database, keys: Keys): Sessions => ({
  begin: async ({ accountKey, epoch, bound }, channel, played) => {
    const token = newToken(accountKey)
    const values = [accountKey, token.sessionId, epoch, played, keys.hash('session', tokenOf(token)).hash]
    await database.run({ name: 'begin-session', text: begin, values })
    return { caller: { accountKey, epoch, channel, played, sessionId: token.sessionId }, refreshToken: tokenOf(token), bound, endsAt: null }
  },
  beginBefore: (kiosk, account) => beginAt(database, keys, kiosk, account),
  refresh: async (refreshToken, kiosk) => {
    const token = read(refreshToken)
    const session = await refreshOnce(database, keys, token, kiosk)
    return session === undefined ? (await refreshOnce(database, keys, token, kiosk)) ?? null : session
  },
  end: async (caller) => {
    const [own] = await database.run({ name: 'end-own-session', text: endOwn, values: [caller.accountKey, caller.epoch, caller.sessionId ?? ''] })
    if (!own) await refuseEarlierEpoch(database, caller)
  },
})
