import type { Challenge, PhoneSaid } from '@/contract'

/** A platform's own challenge: in the sandbox the result is chosen on screen, and a terminal has read the ID card. */
export type PlatformChallenge = Exclude<Challenge, { provider: 'sandbox' | 'terminal' }>

/** What the phone saw of a check, or that it has none: too old, or a browser. */
export type Met = PhoneSaid | 'unsupported'

/** Has the platform look at the face. What comes back is no proof: only the server's answer counts. A browser has no such check. */
export const meetChallenge = async (_challenge: PlatformChallenge): Promise<Met> => 'unsupported'
