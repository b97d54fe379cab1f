import { useCallback, useEffect, useRef } from 'react'
import type { DataOf, Subject, VerificationResult } from '@/contract'
import { send } from '../client'
import { failureFrom, type Failure } from '../failure'
import { useLatest } from '../use-latest'

/**
 * consent → beginning → challenge → completing → passed, failed, cancelled or pending. A pending result is asked for again by
 * itself, with a limit (`unanswered`), and is never taken as passed. `broken`: it could not be begun or completed.
 */
type CheckStage =
  | 'consent' | 'beginning' | 'challenge' | 'completing' | 'passed' | 'failed' | 'cancelled' | 'pending' | 'unanswered' | 'broken'

type Provider = DataOf<'session/beginVerification'>['challenge']['provider']

interface Check {
  readonly stage: CheckStage
  /** Who checks. In the sandbox the result is chosen on screen. */
  readonly provider?: Provider
  readonly verificationId?: string
  readonly failure?: Failure
  readonly asked: number
}

export interface IdentityCheck {
  readonly stage: CheckStage
  readonly provider: Provider | undefined
  readonly failure: Failure | undefined
  /** The citizen agrees to be checked: it begins. */
  readonly consent: () => void
  /** The citizen has met the challenge; in the sandbox with the result that was chosen. */
  readonly complete: (sandboxResult?: VerificationResult) => void
  /** From consent on once more; what is under way counts no longer. */
  readonly again: () => void
}

/** How often, and every how many milliseconds, a pending result is asked for again. */
const askAtMost = 5
const askEvery = 2_000

const fresh: Check = { stage: 'consent', asked: 0 }
const mayComplete: readonly CheckStage[] = ['challenge', 'pending', 'unanswered']

const beginCheck = async (subject: Subject): Promise<Check> => {
  const { verificationId, challenge } = await send('session/beginVerification', { subject })
  return { stage: 'challenge', provider: challenge.provider, verificationId, asked: 0 }
}

const completeCheck = async (check: Check, sandboxResult?: VerificationResult): Promise<Check> => {
  const { verificationId = '', asked } = check
  const { result } = await send('session/completeVerification', { verificationId, ...(sandboxResult && { sandboxResult }) })
  const stage = result === 'pending' && asked >= askAtMost ? 'unanswered' : result
  return { ...check, stage, asked: asked + 1 }
}

const brokenBy = (thrown: unknown): Check => ({ stage: 'broken', failure: failureFrom(thrown), asked: 0 })

/**
 * Checks who is acting, for one purpose and one card. `onPassed` is called once for each check that passes, with its id; a check
 * that was left meanwhile calls nothing.
 */
export const useIdentityCheck = (subject: Subject, onPassed?: (verificationId: string) => void): IdentityCheck => {
  const { shown, latest, set } = useLatest<Check>(fresh)
  const round = useRef(0)

  const settle = useCallback(async (coming: Promise<Check>) => {
    const mine = round.current
    const next = await coming.catch(brokenBy)
    if (round.current !== mine) return
    set(next)
    if (next.stage === 'passed' && next.verificationId) onPassed?.(next.verificationId)
  }, [onPassed, set])

  const consent = useCallback(() => {
    if (latest.current.stage !== 'consent') return
    set({ ...fresh, stage: 'beginning' })
    void settle(beginCheck(subject))
  }, [latest, set, settle, subject])

  const complete = useCallback((sandboxResult?: VerificationResult) => {
    const check = latest.current
    if (!mayComplete.includes(check.stage)) return
    const asking = { ...check, stage: check.stage === 'challenge' ? 'completing' : check.stage } as const
    round.current += 1
    set(asking)
    void settle(completeCheck(asking, sandboxResult))
  }, [latest, set, settle])

  const again = useCallback(() => {
    round.current += 1
    set(fresh)
  }, [set])

  const pendingSince = shown.stage === 'pending' ? shown.asked : undefined
  useEffect(() => {
    if (pendingSince === undefined) return
    const timer = setTimeout(complete, askEvery)
    return () => clearTimeout(timer)
  }, [pendingSince, complete])

  // a page that was left takes no result any more
  useEffect(() => () => {
    round.current += 1
  }, [])

  return { stage: shown.stage, provider: shown.provider, failure: shown.failure, consent, complete, again }
}
