import { randomBytes } from 'node:crypto'

const lifeMs = 7_200_000
/** From then on a new token is given; the former still holds to its own end. */
const overlapMs = 300_000
const forcedApartMs = 30_000

interface AccessToken {
  readonly text: string
  until: number
  /** Not taken any more, though it is still given. */
  spoiled: boolean
}

/** The access tokens of one application, in WeChat's stable form: the same is given until it nears its end, or force brings another. */
export interface AccessTokens {
  give(force: boolean): { readonly access_token: string; readonly expires_in: number }
  /** The errcode of a call with this token; 0 when it is good. */
  check(text: string | null): number
  /** Ends every token at once. */
  expire(): void
  /** WeChat takes the present token no more, and still gives it, until it is forced. */
  spoil(): void
}

export const accessTokensOf = (now: () => number): AccessTokens => {
  const given = new Map<string, AccessToken>()
  let current: AccessToken | undefined
  let forcedAt = -Infinity

  const renew = () => {
    current = { text: randomBytes(48).toString('base64url'), until: now() + lifeMs, spoiled: false }
    given.set(current.text, current)
    return current
  }
  const forced = () => {
    if (current) given.delete(current.text)
    forcedAt = now()
    return renew()
  }
  const stable = () => (current && current.until - now() > overlapMs ? current : renew())

  return {
    give: (force) => {
      const { text, until } = force && now() - forcedAt >= forcedApartMs ? forced() : stable()
      return { access_token: text, expires_in: Math.floor((until - now()) / 1000) }
    },
    check: (text) => {
      if (!text) return 41001
      const found = given.get(text)
      if (!found || found.spoiled) return 40001
      return now() < found.until ? 0 : 42001
    },
    expire: () => given.forEach((token) => (token.until = now())),
    spoil: () => current && (current.spoiled = true),
  }
}
