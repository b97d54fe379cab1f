import { useCallback, useEffect, useRef } from 'react'
import type { Subject, VerificationResult } from '@/contract'
import type { Failure } from '../failure'
import { useLatest } from '../use-latest'
import { begin, brokenBy, complete, fresh, isPlatforms, meet, type Check, type CheckStage, type Told } from './check'

export interface IdentityCheck {
  readonly stage: CheckStage
  /** Who checks. In the sandbox the result is chosen on screen. */
  readonly provider: NonNullable<Check['challenge']>['provider'] | undefined
  readonly failure: Failure | undefined
  /** The citizen agrees to be checked: it begins. At a terminal with the number of the card that was read, where that is to be shown. */
  readonly consent: (readCard?: string) => void
  /** Asks for the result now; in the sandbox with the one that was chosen. */
  readonly complete: (sandboxResult?: VerificationResult) => void
  /** From consent on once more; what is under way counts no longer. */
  readonly again: () => void
}

/** Every how many milliseconds a pending result is asked for again. */
const askEvery = 2_000

const mayComplete: readonly CheckStage[] = ['challenge', 'meeting', 'pending', 'unanswered']
const waits: readonly CheckStage[] = ['pending', 'unanswered']

/** What is told by a tap: the sandbox's choice; that no one knows, where the phone has not spoken; else what was told before. */
const toldIn = ({ stage, told }: Check, sandboxResult?: VerificationResult): Told | undefined => {
  if (sandboxResult) return { sandboxResult }
  return stage === 'meeting' ? { phone: 'unsure' } : told
}

/**
 * Checks who is acting, for any subject: one purpose and one card, a binding, or the copy of one's data. `onPassed` is called once
 * for each check that passes, with its id; a check that was left meanwhile calls nothing. `CheckScreen` shows it.
 */
export const useIdentityCheck = (subject: Subject, onPassed?: (verificationId: string) => void): IdentityCheck => {
  const { shown, latest, set } = useLatest<Check>(fresh)
  const round = useRef(0)

  /** Shows what comes of one step, unless it was left meanwhile; then goes on with what follows by itself. */
  const settle = useCallback(async (coming: Promise<Check>): Promise<void> => {
    const mine = round.current
    const next = await coming.catch(brokenBy)
    if (round.current !== mine) return
    set(next)
    const { stage, challenge, verificationId } = next
    if (stage === 'passed' && verificationId) onPassed?.(verificationId)
    if (stage === 'meeting' && isPlatforms(challenge)) await settle(meet(next, challenge))
    if (stage === 'completing') await settle(complete(next))
  }, [onPassed, set])

  const consent = useCallback((readCard?: string) => {
    if (latest.current.stage !== 'consent') return
    set({ ...fresh, stage: 'beginning' })
    void settle(begin(subject, readCard))
  }, [latest, set, settle, subject])

  const completeNow = useCallback((sandboxResult?: VerificationResult) => {
    const check = latest.current
    if (!mayComplete.includes(check.stage)) return
    const told = toldIn(check, sandboxResult)
    const asking: Check = { ...check, ...(told && { told }), stage: waits.includes(check.stage) ? check.stage : 'completing' }
    round.current += 1
    set(asking)
    void settle(complete(asking))
  }, [latest, set, settle])

  const again = useCallback(() => {
    round.current += 1
    set(fresh)
  }, [set])

  const pendingSince = shown.stage === 'pending' ? shown.asked : undefined
  useEffect(() => {
    if (pendingSince === undefined) return
    const timer = setTimeout(completeNow, askEvery)
    return () => clearTimeout(timer)
  }, [pendingSince, completeNow])

  // a page that was left takes no result any more
  useEffect(() => () => {
    round.current += 1
  }, [])

  return { stage: shown.stage, provider: shown.challenge?.provider, failure: shown.failure, consent, complete: completeNow, again }
}
