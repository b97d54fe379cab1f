import type { Challenge, PhoneSaid } from '@/contract'

/** A platform's own challenge; what the sandbox plays is chosen on screen. */
export type PlatformChallenge = Exclude<Challenge, { provider: 'sandbox' }>

/** What the phone saw of a check, or that it has none: too old, or a browser. */
export type Met = PhoneSaid | 'unsupported'

/** Has the platform look at the face. What comes back is no proof: only the server's answer counts. A browser has no such check. */
export const meetChallenge = async (_challenge: PlatformChallenge): Promise<Met> => 'unsupported'
