import { createSecretKey, type KeyObject } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import * as v from 'valibot'
import { doors } from '@/contract'
import { toIso } from '@/domain/time'
import type { Caller } from './caller'
import type { Config } from './config'

/** Session tokens: short, signed, and readable by no one but us. */
export interface Tokens {
  issue(caller: Caller): Promise<{ token: string; expiresAt: string }>
  /** Who a token was given to; null when it is not ours, altered or out of time. */
  read(token: string): Promise<Caller | null>
}

const issuer = 'lost-card'
export const tokenLifeSeconds = 30 * 60
/** How far the clocks of two machines may be apart. */
export const clockSkewSeconds = 30

const claims = v.object({ sub: v.string(), channel: v.picklist(doors), exp: v.number() })

const issue = async (key: KeyObject, { accountKey, channel }: Caller, now: number) => {
  const issuedAt = Math.floor(now / 1000)
  const expires = issuedAt + tokenLifeSeconds
  const token = await new SignJWT({ channel })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(issuer)
    .setSubject(accountKey)
    .setIssuedAt(issuedAt)
    .setExpirationTime(expires)
    .sign(key)
  return { token, expiresAt: toIso(expires * 1000) }
}

const read = async (key: KeyObject, token: string, now: number): Promise<Caller | null> => {
  const options = { issuer, algorithms: ['HS256'], clockTolerance: clockSkewSeconds, currentDate: new Date(now) }
  const payload = await jwtVerify(token, key, options).then((verified) => verified.payload, () => null)
  const parsed = v.safeParse(claims, payload)
  return parsed.success ? { accountKey: parsed.output.sub, channel: parsed.output.channel } : null
}

/** Tokens signed with the session key. `now` (ms) is the clock. */
export const tokensFrom = ({ sessionKey }: Pick<Config, 'sessionKey'>, now: () => number = Date.now): Tokens => {
  // jose keeps what it makes of a key object, and would import plain bytes anew for every token
  const key = createSecretKey(sessionKey)
  return { issue: (caller) => issue(key, caller, now()), read: (token) => read(key, token, now()) }
}
