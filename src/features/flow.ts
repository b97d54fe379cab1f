import { useCallback, useMemo, useState } from 'react'
import type { Subject } from '@/contract'
import { useDelivery, type Answer } from './delivery'
import { needsNewCheck, type Failure } from './failure'
import { useIdentityCheck, type IdentityCheck } from './identity'

type LossOperation = 'card/reportLoss' | 'card/releaseLoss'
const purposeOf = { 'card/reportLoss': 'reportLoss', 'card/releaseLoss': 'releaseLoss' } as const

export type FlowStep = 'explain' | 'check' | 'sending' | 'unsure' | 'done' | 'refused' | 'failed'

/** What a flow ends with. */
export type Outcome = Answer<LossOperation>

/**
 * explain → start() → check → confirm(), and once the check is passed by itself → sending → done, refused or failed.
 * unsure: it was sent and no one knows yet; it is asked again by itself, always as the same intent, and retry() asks at once.
 */
export interface Flow {
  readonly step: FlowStep
  readonly check: IdentityCheck
  /** In `done`: the receipt, the card after it, and whether it had been so already. */
  readonly outcome: Outcome | undefined
  /** In `refused` (a rule says no, and where it can be done instead) and in `failed`. */
  readonly failure: Failure | undefined
  readonly start: () => void
  /** In `check`: the citizen agrees to be checked. */
  readonly confirm: IdentityCheck['consent']
  /** In `unsure` and `failed`; after a check that no longer counts it leads to a new one. */
  readonly retry: () => void
  /** One step back: false where there is none, and the page itself is to be left. */
  readonly back: () => boolean
}

const steps = { sending: 'sending', unsure: 'unsure', answered: 'done', refused: 'refused', failed: 'failed' } as const

/** Reporting and releasing alike: explain, check who it is, send once, follow until it is known. */
export const useLossFlow = (operation: LossOperation, cardId: string): Flow => {
  const [started, setStarted] = useState(false)
  const subject = useMemo<Subject>(() => ({ purpose: purposeOf[operation], cardId }), [operation, cardId])
  const { delivery, start: deliver, retry: deliverAgain, reset } = useDelivery(operation, cardId)
  const onPassed = useCallback((verificationId: string) => deliver({ cardId, verificationId }), [deliver, cardId])
  const check = useIdentityCheck(subject, onPassed)
  const { again } = check

  const step = delivery.phase === 'idle' ? (started ? 'check' : 'explain') : steps[delivery.phase]
  const failure = delivery.phase === 'refused' || delivery.phase === 'failed' ? delivery.failure : undefined

  const start = useCallback(() => setStarted(true), [])
  const leaveTo = useCallback((startedAfter: boolean) => {
    again()
    reset()
    setStarted(startedAfter)
  }, [again, reset])
  const back = useCallback(() => {
    if (step !== 'check' && step !== 'failed') return false
    leaveTo(false)
    return true
  }, [step, leaveTo])
  const retry = useCallback(() => {
    if (failure && needsNewCheck(failure)) leaveTo(true)
    else deliverAgain()
  }, [failure, leaveTo, deliverAgain])

  const outcome = delivery.phase === 'answered' ? delivery.answer : undefined
  return { step, check, outcome, failure, start, confirm: check.consent, retry, back }
}
