import type { DataOf, PhoneSaid, Subject, VerificationResult } from '@/contract'
import { meetChallenge, type PlatformChallenge } from '@/platform/face-check'
import { send } from '../client'
import { failureFrom, isDoubtful, needsNewCheck, type Failure } from '../failure'

/**
 * consent → beginning → challenge (played in the sandbox), meeting (the platform looks at the face), or at a terminal, which has read the
 * ID card, nothing more → completing → passed, failed, cancelled or pending. A pending result, and an answer that was lost, is asked for again by itself, with a limit (`unanswered`), and
 * is never taken as passed. `expired`: it can no longer be completed. `unsupported`: this phone cannot check a face. `broken`: it could
 * not be begun, or not be completed.
 */
export type CheckStage =
  | 'consent' | 'beginning' | 'challenge' | 'meeting' | 'completing'
  | 'passed' | 'failed' | 'cancelled' | 'pending' | 'unanswered' | 'expired' | 'unsupported' | 'broken'

type Challenge = DataOf<'session/beginVerification'>['challenge']

/** What is told with the question for the result: what the phone saw, in the sandbox what was chosen, at a terminal the card that was read. */
export interface Told {
  readonly phone?: PhoneSaid
  readonly sandboxResult?: VerificationResult
  readonly readCard?: string
}

export interface Check {
  readonly stage: CheckStage
  readonly challenge?: Challenge
  readonly verificationId?: string
  readonly failure?: Failure
  /** What the server has not yet answered to. */
  readonly told?: Told
  readonly asked: number
}

/** How often a result is asked for again by itself. */
const askAtMost = 5

export const fresh: Check = { stage: 'consent', asked: 0 }

const broken = (failure: Failure): Check => ({ stage: 'broken', failure, asked: 0 })
export const brokenBy = (thrown: unknown): Check => broken(failureFrom(thrown))

/** What follows a challenge where no platform is to look at a face. */
const stages: Readonly<Record<string, CheckStage>> = { sandbox: 'challenge', terminal: 'completing' }

/** `readCard`: the number of the card that lies on a terminal's reader. */
export const begin = async (subject: Subject, readCard?: string): Promise<Check> => {
  const { verificationId, challenge } = await send('session/beginVerification', { subject })
  return { stage: stages[challenge.provider] ?? 'meeting', challenge, verificationId, asked: 0, ...(readCard && { told: { readCard } }) }
}

export const isPlatforms = (challenge: Challenge | undefined): challenge is PlatformChallenge =>
  challenge !== undefined && !(challenge.provider in stages)

/** What the phone says once the platform has looked at the face. */
export const meet = async (check: Check, challenge: PlatformChallenge): Promise<Check> => {
  const said = await meetChallenge(challenge)
  return said === 'unsupported' ? { ...check, stage: 'unsupported' } : { ...check, stage: 'completing', told: { phone: said } }
}

const stillOpen = (check: Check): Check => ({ ...check, stage: check.asked >= askAtMost ? 'unanswered' : 'pending', asked: check.asked + 1 })

/** The result as the server says it. Where no answer came, the same is told again the next time. */
export const complete = async (check: Check): Promise<Check> => {
  const { told, verificationId = '', ...rest } = check
  try {
    const { result } = await send('session/completeVerification', { verificationId, ...told })
    return result === 'pending' ? stillOpen({ ...rest, verificationId }) : { ...rest, verificationId, stage: result }
  } catch (thrown) {
    const failure = failureFrom(thrown)
    if (isDoubtful(failure) || failure.retryable) return stillOpen(check)
    return needsNewCheck(failure) ? { stage: 'expired', asked: 0 } : broken(failure)
  }
}
