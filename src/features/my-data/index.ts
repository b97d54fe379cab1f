import { useCallback, useEffect, useMemo, useState } from 'react'
import type { DataOf, Subject } from '@/contract'
import { useChange, type Change } from '../change'
import { needsNewCheck, type Failure } from '../failure'
import { useIdentityCheck, type IdentityCheck } from '../identity'
import { useQuestion, type QueryLike } from '../query'
import { useSession } from '../session'
import { myDataAsks } from './operations'

export type MyData = DataOf<'person/myData'>
export type Erased = DataOf<'person/eraseData'>

/** What is kept of whoever is signed in, masked. */
export const useMyData = (): QueryLike<MyData> => useQuestion(myDataAsks.show, {})

const endsAnAccount: readonly Failure['code'][] = ['notBound', 'notSignedIn']
const nothingSaid: Erased = { erased: [], stays: [] }

/** What was deleted. Where the answer was lost, an account that is nobody's any more says that it was. */
const erasedBy = (change: Change<'person/eraseData'>): Erased | undefined => {
  if (change.phase === 'done') return change.data
  const wasDone = change.phase === 'failed' && change.tries > 0 && endsAnAccount.includes(change.failure.code)
  return wasDone ? nothingSaid : undefined
}

/** Unbinding this account, or deleting what may be deleted: once it is done, whoever was signed in is not any more. */
export const useLeaving = () => {
  const { signOut } = useSession()
  const unbind = useChange('session/unbind')
  const erase = useChange(myDataAsks.erase)
  const erased = erasedBy(erase.change)
  const unbound = unbind.change.phase === 'done'
  const hasLeft = unbound || erased !== undefined
  useEffect(() => {
    if (hasLeft) signOut()
  }, [hasLeft, signOut])
  return { unbind, erase, erased, unbound }
}
export type Leaving = ReturnType<typeof useLeaving>

/** explain → start() → check, and once it is passed by itself → the copy, or why there is none. It is kept in this screen alone. */
export interface Exporting {
  readonly step: 'explain' | 'check' | 'failed' | 'shown'
  readonly check: IdentityCheck
  readonly busy: boolean
  readonly copy: string
  readonly failure: Failure | undefined
  readonly start: () => void
  readonly back: () => void
  /** Asks again; after a check that no longer counts it leads to a new one. */
  readonly retry: () => void
}

const steps = { sending: 'check', unsure: 'failed', failed: 'failed', done: 'shown' } as const

export const useExport = (): Exporting => {
  const [started, setStarted] = useState(false)
  const { change, start: send, retry: sendAgain, reset } = useChange(myDataAsks.copy)
  const subject = useMemo<Subject>(() => ({ purpose: 'exportData' }), [])
  const onPassed = useCallback((verificationId: string) => send({ verificationId }), [send])
  const check = useIdentityCheck(subject, onPassed)
  const { again } = check
  const leaveTo = useCallback((startedAfter: boolean) => {
    again()
    reset()
    setStarted(startedAfter)
  }, [again, reset])
  const failure = change.phase === 'failed' || change.phase === 'unsure' ? change.failure : undefined
  return {
    step: change.phase === 'idle' ? (started ? 'check' : 'explain') : steps[change.phase],
    check,
    busy: change.phase === 'sending',
    copy: change.phase === 'done' ? change.data.copy : '',
    failure,
    start: useCallback(() => leaveTo(true), [leaveTo]),
    back: useCallback(() => leaveTo(false), [leaveTo]),
    retry: useCallback(() => (failure && needsNewCheck(failure) ? leaveTo(true) : sendAgain()), [failure, leaveTo, sendAgain]),
  }
}
