import { parseCookie, stringifySetCookie } from 'cookie'
import type { Facts } from './facts'

/** Credentials of a browser that no script reads: a counter's session, a terminal's device. */
export interface Cookies {
  get(name: string): string | undefined
  /** Kept for so many seconds; 0 takes it away. */
  set(name: string, value: string, seconds: number): void
  /** The headers of what was set. */
  toSet(): string[]
}

/** What a counter's session is kept in, and what a device is known by as a terminal. */
export const counterCookie = 'counter'
export const kioskCookie = 'kiosk'

/** The browser sends it to this host alone, over HTTPS (or on this very machine), and never from another site. */
const guards = { path: '/', httpOnly: true, secure: true, sameSite: 'strict' } as const

/** Where a browser says whose page asks, it is our own. */
const isOwnPage = (site: string | undefined): boolean => site === undefined || site === 'same-origin'

/** The cookies of a call from our own pages; an event has none, and sets none. */
export const cookiesOf = (facts: Facts): Cookies => {
  const given = facts.form === 'http' && isOwnPage(facts.header('sec-fetch-site')) ? parseCookie(facts.header('cookie') ?? '') : {}
  const set: string[] = []
  return {
    get: (name) => given[name],
    set: (name, value, maxAge) => void set.push(stringifySetCookie({ name, value, maxAge, ...guards })),
    toSet: () => set,
  }
}
