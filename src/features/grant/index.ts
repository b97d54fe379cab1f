import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo, useState } from 'react'
import type { GrantOnWire, Subject } from '@/contract'
import { useRules } from '../banks/use-rules'
import type { City } from '../banks/city'
import { useChange, type Change } from '../change'
import { newKey } from '../delivery'
import { familyAsks } from '../family/operations'
import { needsNewCheck } from '../failure'
import { useIdentityCheck, type IdentityCheck } from '../identity'
import { keyOf } from '../query'
import { emptyDraft, fieldFrom, lastDay, partOf, parts, type Draft, type Field, type Part } from './draft'

/**
 * The parts are asked one after the other, then all is read once more, then the cardholder is checked, and once that is passed it
 * is sent by itself. While no one knows what came of it, it is asked again with the same key. The draft and what is sent stay in
 * this page: another person's ID number is never kept on the phone.
 */
export interface Granting {
  readonly step: Part | 'confirm' | 'check' | 'unsure' | 'failed' | 'done'
  readonly draft: Draft
  /** The last civil day, as it was when all was read once more: midnight does not move it. */
  readonly last: string
  /** What the server found wrong, until it is changed. */
  readonly wrong: Field | undefined
  readonly check: IdentityCheck
  readonly change: Change<'person/grantProxy'>
  readonly grant: GrantOnWire | undefined
  readonly put: (part: Partial<Draft>) => void
  readonly goTo: (step: Part | 'confirm' | 'check') => void
  /** Asks again; after a check that no longer counts it leads to a new one. */
  readonly retry: () => void
  readonly maxDays: number
}

const stepOf = (change: Change<'person/grantProxy'>, wrong: Field | undefined, at: Granting['step']): Granting['step'] => {
  switch (change.phase) {
    case 'done': return 'done'
    case 'unsure': return 'unsure'
    case 'failed': return wrong ? partOf[wrong] : 'failed'
    case 'sending':
    case 'idle': return at
  }
}

const useSending = (cardId: string, draft: Draft, last: string) => {
  const answers = useQueryClient()
  const askFamilyAgain = useCallback(() => void answers.invalidateQueries({ queryKey: keyOf(familyAsks.family, {}) }), [answers])
  const { change, start, retry, reset } = useChange(familyAsks.grantProxy, askFamilyAgain)
  const { purpose, name, idNumber } = draft
  const deliver = useCallback((verificationId: string) => {
    if (!purpose) return
    start({ cardId, purpose, proxy: { name: name.trim(), idNumber }, lastDay: last, verificationId, idempotencyKey: newKey() })
  }, [start, cardId, purpose, name, idNumber, last])
  return { change, deliver, retry, reset }
}

const useDraft = (city: City | undefined) => {
  const maxDays = useRules(city).dependants.grantDays.value
  const [typed, setDraft] = useState(emptyDraft)
  const [now, setNow] = useState(Date.now)
  const draft = { ...typed, days: Math.min(typed.days, maxDays) }
  const fixLast = useCallback(() => setNow(Date.now()), [])
  return { draft, last: lastDay(draft.days, now), setDraft, fixLast, maxDays }
}

/** Letting someone else act for one of one's own cards, from what for to done. */
export const useGrant = (cardId: string, city?: City): Granting => {
  const [at, setAt] = useState<Part | 'confirm' | 'check'>(parts[0])
  const { draft, last, setDraft, fixLast, maxDays } = useDraft(city)
  const { change, deliver, retry: sendAgain, reset } = useSending(cardId, draft, last)
  const subject = useMemo<Subject>(() => ({ purpose: 'grantProxy', cardId }), [cardId])
  const check = useIdentityCheck(subject, deliver)
  const { again } = check
  const failure = change.phase === 'failed' ? change.failure : undefined
  const wrong = failure?.code === 'invalidRequest' ? fieldFrom(failure.details?.field) : undefined

  const goTo = useCallback((step: Part | 'confirm' | 'check') => {
    again()
    reset()
    if (step === 'confirm') fixLast()
    setAt(step)
  }, [again, reset, fixLast])
  const put = useCallback((part: Partial<Draft>) => {
    if (wrong) goTo(partOf[wrong])
    setDraft((known) => ({ ...known, ...part }))
  }, [wrong, goTo, setDraft])
  const retry = useCallback(() => {
    if (failure && needsNewCheck(failure)) goTo('check')
    else sendAgain()
  }, [failure, goTo, sendAgain])

  const grant = change.phase === 'done' ? change.data.grant : undefined
  return { step: stepOf(change, wrong, at), draft, last, wrong, check, change, grant, put, goTo, retry, maxDays }
}
