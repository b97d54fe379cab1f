import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DataOf, Subject } from '@/contract'
import type { Asked } from '../asked'
import { failureIn, useChange, type Change } from '../change'
import { absorb, newKey } from '../delivery'
import { needsNewCheck, type Failure } from '../failure'
import { useIdentityCheck, type IdentityCheck } from '../identity'
import { firstFault, isComplete, nothingTyped, secondFault, type Typed } from './typed'

export type Step = 'explain' | 'check' | 'digits' | 'unsure' | 'failed' | 'done'

/**
 * explain → check → digits → done. What is typed stays in this page and is cleared as soon as it is set, and whenever the page is
 * left; nothing of it is kept on the phone. While no one knows what came of it, it is asked again with the same key.
 */
export interface PasswordSetting {
  readonly step: Step
  readonly check: IdentityCheck
  readonly typed: Typed
  /** What the server turned down as too simple. */
  readonly refused: string
  readonly sending: boolean
  readonly failure: Failure | undefined
  /** In `done`: what was answered. */
  readonly answer: Answer | undefined
  readonly goTo: (step: 'explain' | 'check') => void
  readonly put: (part: Partial<Typed>) => void
  readonly set: () => void
  /** Asks again; after a check that no longer counts it leads to a new one. */
  readonly retry: () => void
}

/** What sets a service password: by itself, or with the activation of a new card. */
export type SetsPassword = 'card/setServicePassword' | 'reissue/activate'
type Answer = DataOf<SetsPassword>

const isRefusedAsSimple = (change: Change<SetsPassword>): boolean => failureIn(change)?.code === 'passwordTooSimple'

const stepOf = (change: Change<SetsPassword>, at: Step): Step => {
  if (change.phase === 'unsure') return 'unsure'
  return change.phase === 'failed' && !isRefusedAsSimple(change) ? 'failed' : at
}

/** Six digits after a check of their own purpose, set once by one of the operations that do. */
export const usePasswordSetting = (asked: Asked<SetsPassword>, purpose: 'setPassword' | 'activate', cardId: string): PasswordSetting => {
  const answers = useQueryClient()
  const [at, setAt] = useState<Step>('explain')
  const [typed, setTyped] = useState(nothingTyped)
  const [verificationId, setVerificationId] = useState('')
  const [answer, setAnswer] = useState<Answer>()
  const onSet = useCallback((data: Answer) => {
    setTyped(nothingTyped)
    setAt('done')
    setAnswer(data)
    absorb(answers, data.card)
  }, [answers])
  const { change, start, retry: sendAgain, reset } = useChange(asked, onSet)
  const subject = useMemo<Subject>(() => ({ purpose, cardId }), [cardId, purpose])
  const onPassed = useCallback((id: string) => {
    setVerificationId(id)
    setAt('digits')
  }, [])
  const check = useIdentityCheck(subject, onPassed)
  const { again } = check
  const failure = failureIn(change)

  // the request itself holds the password: it goes as soon as it is answered
  useEffect(() => {
    if (change.phase === 'done') reset()
  }, [change.phase, reset])

  const goTo = useCallback((step: 'explain' | 'check') => {
    again()
    reset()
    setTyped(nothingTyped)
    setAt(step)
  }, [again, reset])
  const put = useCallback((part: Partial<Typed>) => setTyped((known) => ({ ...known, ...part })), [])
  const refused = isRefusedAsSimple(change) && change.phase === 'failed' ? change.request.password : ''
  const set = () => {
    if (isComplete(typed) && !firstFault(typed, refused) && !secondFault(typed)) start({ cardId, verificationId, password: typed.first, idempotencyKey: newKey() })
  }
  const retry = useCallback(() => (failure && needsNewCheck(failure) ? goTo('check') : sendAgain()), [failure, goTo, sendAgain])
  return { step: stepOf(change, at), check, typed, refused, sending: change.phase === 'sending', failure, answer, goTo, put, set, retry }
}

/** The password of the phone line by itself. */
export const useServicePassword = (cardId: string): PasswordSetting => usePasswordSetting('card/setServicePassword', 'setPassword', cardId)
