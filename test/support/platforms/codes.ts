import { randomBytes } from 'node:crypto'

const lifeMs = 5 * 60_000

export type Redeemed = { readonly platformId: string } | 'unknown' | 'used' | 'expired'

/** What a phone is given to sign in with: good once, and for five minutes. */
export interface Codes {
  issue(platformId: string): string
  redeem(code: string): Redeemed
  /** Whether anyone has signed in, or was about to, under this id. */
  knows(platformId: string): boolean
}

export const codesOf = (now: () => number): Codes => {
  const issued = new Map<string, { readonly platformId: string; readonly until: number }>()
  const used = new Set<string>()
  const known = new Set<string>()
  return {
    issue: (platformId) => {
      const code = randomBytes(16).toString('hex')
      issued.set(code, { platformId, until: now() + lifeMs })
      known.add(platformId)
      return code
    },
    redeem: (code) => {
      const found = issued.get(code)
      if (!found) return 'unknown'
      if (used.has(code)) return 'used'
      if (now() >= found.until) return 'expired'
      used.add(code)
      return { platformId: found.platformId }
    },
    knows: (platformId) => known.has(platformId),
  }
}
