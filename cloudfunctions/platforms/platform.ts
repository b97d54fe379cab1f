import type { Challenge, PhoneSaid, VerificationResult } from '@/contract'

/** The name and ID number that a platform compares with a face. */
export interface Certificate {
  readonly name: string
  readonly idNumber: string
}

/** A check that a platform has begun: our number of it, the platform's own, and what the phone is to do. */
export interface BegunCheck {
  readonly outerNumber: string
  readonly ticket: string
  readonly challenge: Exclude<Challenge, { provider: 'sandbox' }>
}

export interface AskedCheck extends Pick<BegunCheck, 'outerNumber' | 'ticket'> {
  readonly person: Certificate
  readonly platformId: string
  readonly phone: PhoneSaid
}

/**
 * What a platform's server answers to ours. What cannot be asked now is thrown as a RequestError `busy`; a wrong setting of ours as
 * an error that becomes a `fault`.
 */
export interface Platform {
  /** The platform's id of whoever a one-time code was given to. Refuses `proofRefused` for a code that is unknown, used or too old. */
  signIn(code: string): Promise<string>
  /** Begins a face check of a person, who is signed in there as `platformId`. */
  beginCheck(person: Certificate, platformId: string): Promise<BegunCheck>
  /** How it ended: passed only where the platform's server says so; what is unknown, or was not heard, is pending. */
  askCheck(check: AskedCheck): Promise<VerificationResult>
}
