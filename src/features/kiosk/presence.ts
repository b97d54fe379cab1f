/** Milliseconds without a touch until it is asked whether anyone is there, and for how long it is asked. */
export const idleAfter = 60_000
export const askFor = 10_000

export type Presence = { readonly is: 'here' | 'gone' } | { readonly is: 'asked'; readonly secondsLeft: number }

/** Whether someone is taken to be there, `from` being when they last showed it (both ms since 1970). */
export const presenceAt = (now: number, from: number): Presence => {
  const left = from + idleAfter + askFor - now
  if (left <= 0) return { is: 'gone' }
  return left > askFor ? { is: 'here' } : { is: 'asked', secondsLeft: Math.ceil(left / 1000) }
}
