import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { DataOf, ReissueOptionOnWire, Subject } from '@/contract'
import type { ReissueReason } from '@/domain/reissue/words'
import { failureIn, useChange } from '../change'
import { absorb, newKey } from '../delivery'
import { needsNewCheck, type Failure } from '../failure'
import { useIdentityCheck, type IdentityCheck } from '../identity'
import { keyOf } from '../query'
import { applicationOf, emptyDraft, type Draft, type Part } from './draft'
import { reissue } from './operations'

export type Step = 'ways' | Part | 'check'

/**
 * ways → apply() → the parts its way asks for, the last of them the review → check, and once that is passed by itself → done, or failed.
 * unsure: it was sent and no one knows yet; it is asked again by itself, with the same key. What is filled in stays in this page.
 */
export interface Applying {
  readonly step: Step | 'unsure' | 'failed' | 'done'
  readonly option: ReissueOptionOnWire | undefined
  /** The banks among which one is chosen. */
  readonly banks: readonly string[]
  readonly draft: Draft
  readonly check: IdentityCheck
  readonly sending: boolean
  readonly applied: DataOf<'reissue/apply'> | undefined
  readonly failure: Failure | undefined
  readonly apply: (option: ReissueOptionOnWire, banks: readonly string[], first: Part) => void
  readonly put: (part: Partial<Draft>) => void
  readonly goTo: (step: Step) => void
  /** Asks again; after a check that no longer counts it leads to a new one. */
  readonly retry: () => void
}

const useSending = (cardId: string, onSent: () => void) => {
  const answers = useQueryClient()
  const onDone = useCallback(({ card }: DataOf<'reissue/apply'>) => {
    absorb(answers, card)
    void answers.invalidateQueries({ queryKey: keyOf(reissue.order, { cardId }) })
    void answers.invalidateQueries({ queryKey: [reissue.options.name] })
    onSent()
  }, [answers, cardId, onSent])
  return useChange(reissue.apply, onDone)
}

/** Applying for a new card, from the way that was chosen to the order. */
export const useApplying = (cardId: string, reason: ReissueReason): Applying => {
  const [at, setAt] = useState<Step>('ways')
  const [chosen, choose] = useState<{ readonly option: ReissueOptionOnWire; readonly banks: readonly string[] }>()
  const [draft, setDraft] = useState(emptyDraft)
  const forget = useCallback(() => setDraft(emptyDraft), [])
  const { change, start, retry: sendAgain, reset } = useSending(cardId, forget)
  const subject = useMemo<Subject>(() => ({ purpose: 'reissue', cardId }), [cardId])
  const onPassed = useCallback((verificationId: string) => {
    if (chosen) start({ ...applicationOf(cardId, reason, chosen.option, draft), verificationId, idempotencyKey: newKey() })
  }, [cardId, chosen, draft, reason, start])
  const check = useIdentityCheck(subject, onPassed)
  const { again } = check
  const failure = failureIn(change)

  const goTo = useCallback((step: Step) => {
    again()
    reset()
    setAt(step)
  }, [again, reset])
  const apply = useCallback((option: ReissueOptionOnWire, banks: readonly string[], first: Part) => {
    choose({ option, banks })
    goTo(first)
  }, [goTo])
  const put = useCallback((part: Partial<Draft>) => setDraft((known) => ({ ...known, ...part })), [])
  const retry = useCallback(() => (failure && needsNewCheck(failure) ? goTo('check') : sendAgain()), [failure, goTo, sendAgain])

  const { phase } = change
  return {
    step: phase === 'idle' || phase === 'sending' ? at : phase,
    option: chosen?.option,
    banks: chosen?.banks ?? [],
    draft,
    check,
    sending: phase === 'sending',
    applied: change.phase === 'done' ? change.data : undefined,
    failure,
    apply,
    put,
    goTo,
    retry,
  }
}
