import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { DataOf, Subject } from '@/contract'
import { idNumberFault } from '@/domain/id-number'
import { failureIn, useChange } from '../change'
import { useAskAgain } from '../delivery'
import { needsNewCheck, type Failure } from '../failure'
import { useIdentityCheck, type IdentityCheck } from '../identity'
import { privacyNotice } from '../privacy/notice'
import { keepBound } from '../session/store'

/** What one says of oneself; it stays in this page, and only the check makes it true. */
export interface Claim {
  readonly name: string
  readonly idNumber: string
}

type Asked = keyof Claim | 'check'

/**
 * name → idNumber → check, and once that is passed by itself → done, or failed. unsure: it was sent and no one knows yet; it is asked
 * again by itself, and the same check binds once however often it comes.
 */
export interface Binding {
  readonly step: Asked | 'unsure' | 'failed' | 'done'
  readonly claim: Claim
  readonly check: IdentityCheck
  readonly sending: boolean
  readonly bound: DataOf<'session/bind'> | undefined
  readonly failure: Failure | undefined
  readonly put: (part: Partial<Claim>) => void
  readonly goTo: (step: Asked) => void
  /** Asks again; after a check that no longer counts it leads to a new one. */
  readonly retry: () => void
}

/** The first that is not there yet, or not right. */
export const missingIn = ({ name, idNumber }: Claim): keyof Claim | undefined => {
  if (name.trim() === '') return 'name'
  return idNumberFault(idNumber) ? 'idNumber' : undefined
}

const useSending = () => {
  const answers = useQueryClient()
  const onDone = useCallback(() => {
    keepBound(true)
    // what was asked as nobody in particular is asked again as this person
    void answers.resetQueries()
  }, [answers])
  const sending = useChange('session/bind', onDone)
  const { change, retry } = sending
  // nothing was sent without a network; it goes by itself once there is one
  useAskAgain(failureIn(change)?.code === 'offline' ? Number.POSITIVE_INFINITY : undefined, retry)
  return sending
}

/** Saying whose account this is, from the name to the account that is known. */
export const useBind = (): Binding => {
  const [claim, setClaim] = useState<Claim>({ name: '', idNumber: '' })
  const [at, setAt] = useState<Asked>('name')
  const { change, start, retry: sendAgain, reset } = useSending()
  const subject = useMemo<Subject>(() => ({ purpose: 'bind', name: claim.name.trim(), idNumber: claim.idNumber }), [claim])
  const check = useIdentityCheck(subject, useCallback((verificationId: string) => start({ verificationId, notice: privacyNotice }), [start]))
  const { again } = check
  const failure = failureIn(change)

  const put = useCallback((part: Partial<Claim>) => setClaim((known) => ({ ...known, ...part })), [])
  const goTo = useCallback((step: Asked) => {
    again()
    reset()
    setAt(step)
  }, [again, reset])
  const retry = useCallback(() => {
    if (failure && needsNewCheck(failure)) goTo('check')
    else sendAgain()
  }, [failure, goTo, sendAgain])

  const { phase } = change
  const step = phase === 'idle' || phase === 'sending' ? at : phase
  return { step, claim, check, sending: phase === 'sending', bound: change.phase === 'done' ? change.data : undefined, failure, put, goTo, retry }
}
