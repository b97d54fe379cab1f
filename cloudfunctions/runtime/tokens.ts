import { createSecretKey, type KeyObject } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import * as v from 'valibot'
import { citizenChannels } from '@/contract'
import { toIso, type Instant } from '@/domain/time'
import type { Bearer } from './caller'
import type { KeySet } from './key-list'

/** Access tokens: short, signed, and readable by no one but us. */
export interface Tokens {
  /** One that lasts half an hour, and no longer than until `endsAt`. */
  issue(caller: Bearer, endsAt?: Instant | null): Promise<{ token: string; expiresAt: string }>
  /** Who a token was given to; null when it is not ours, altered or out of time, or its key is no longer there. */
  read(token: string): Promise<Bearer | null>
}

interface NamedKey {
  readonly id: string
  readonly key: KeyObject
}

const issuer = 'lost-card'
export const tokenLifeSeconds = 30 * 60
/** How far the clocks of two machines may be apart. */
export const clockSkewSeconds = 30

const claims = v.object({
  sub: v.string(),
  epoch: v.pipe(v.number(), v.integer()),
  channel: v.picklist(citizenChannels),
  session: v.optional(v.string()),
  played: v.boolean(),
  exp: v.number(),
})

const issue = async ({ id, key }: NamedKey, { accountKey, epoch, channel, played, sessionId }: Bearer, endsAt: Instant | null, now: number) => {
  const issuedAt = Math.floor(now / 1000)
  const expires = Math.min(issuedAt + tokenLifeSeconds, endsAt === null ? Infinity : Math.floor(endsAt / 1000))
  const token = await new SignJWT({ epoch, channel, played, ...(sessionId !== undefined && { session: sessionId }) })
    .setProtectedHeader({ alg: 'HS256', kid: id })
    .setIssuer(issuer)
    .setSubject(accountKey)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expires)
    .sign(key)
  return { token, expiresAt: toIso(expires * 1000) }
}

const callerIn = (payload: unknown): Bearer | null => {
  const parsed = v.safeParse(claims, payload)
  if (!parsed.success) return null
  const { sub: accountKey, epoch, channel, played, session } = parsed.output
  return { accountKey, epoch, channel, played, ...(session !== undefined && { sessionId: session }) }
}

const read = async (keys: readonly NamedKey[], token: string, now: number): Promise<Bearer | null> => {
  const named = async ({ kid }: { kid?: string }) => {
    const found = keys.find(({ id }) => id === kid)
    if (!found) throw new TypeError('a token names a key that is not configured')
    return found.key
  }
  const options = { issuer, algorithms: ['HS256'], clockTolerance: clockSkewSeconds, currentDate: new Date(now) }
  return callerIn(await jwtVerify(token, named, options).then(({ payload }) => payload, () => null))
}

/** Tokens signed with the first session key, and read with any. `now` (ms) is the clock. */
export const tokensFrom = ({ sessionKeys }: Pick<KeySet, 'sessionKeys'>, now: () => number = Date.now): Tokens => {
  // jose keeps what it makes of a key object, and would import plain bytes anew for every token
  const keys = sessionKeys.map(({ id, bytes }) => ({ id, key: createSecretKey(bytes) }))
  const [current] = keys
  if (!current) throw new TypeError('a list of keys needs at least one')
  return { issue: (caller, endsAt = null) => issue(current, caller, endsAt, now()), read: (token) => read(keys, token, now()) }
}
