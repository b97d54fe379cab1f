import { createHmac, createSecretKey, timingSafeEqual, type KeyObject } from 'node:crypto'
import { SignJWT } from 'jose'
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

/** As we sign, and no otherwise. */
const header = v.strictObject({ alg: v.literal('HS256'), kid: v.string() })
const claims = v.object({
  iss: v.literal(issuer),
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

const said = <Schema extends v.GenericSchema>(schema: Schema, part: string): v.InferOutput<Schema> | null => {
  try {
    const parsed = v.safeParse(schema, JSON.parse(Buffer.from(part, 'base64url').toString()))
    return parsed.success ? parsed.output : null
  } catch {
    return null
  }
}

const isSigned = (key: KeyObject, signed: string, signature: string): boolean => {
  const [ours, theirs] = [createHmac('sha256', key).update(signed).digest(), Buffer.from(signature, 'base64url')]
  return ours.length === theirs.length && timingSafeEqual(ours, theirs)
}

/**
 * A JWT of HS256 by Node's own HMAC: the library's goes by another thread, and a request that waits for that costs more than all the rest
 * of reading it.
 */
const read = (keys: readonly NamedKey[], token: string, now: number): Bearer | null => {
  const [head = '', body = '', signature = '', ...more] = token.split('.')
  const named = said(header, head)?.kid
  const key = keys.find(({ id }) => id === named)?.key
  if (!key || more.length > 0 || !isSigned(key, `${head}.${body}`, signature)) return null
  const claimed = said(claims, body)
  if (!claimed || claimed.exp <= Math.floor(now / 1000) - clockSkewSeconds) return null
  const { sub: accountKey, epoch, channel, played, session } = claimed
  return { accountKey, epoch, channel, played, ...(session !== undefined && { sessionId: session }) }
}

/** Tokens signed with the first session key, and read with any. `now` (ms) is the clock. */
export const tokensFrom = ({ sessionKeys }: Pick<KeySet, 'sessionKeys'>, now: () => number = Date.now): Tokens => {
  const keys = sessionKeys.map(({ id, bytes }) => ({ id, key: createSecretKey(bytes) }))
  const [current] = keys
  if (!current) throw new TypeError('a list of keys needs at least one')
  return { issue: (caller, endsAt = null) => issue(current, caller, endsAt, now()), read: async (token) => read(keys, token, now()) }
}
