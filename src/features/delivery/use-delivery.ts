import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { RequestOf } from '@/contract'
import { failureFrom, isDoubtful, isRefusal, needsNewCheck, type Failure } from '../failure'
import { useLatest } from '../use-latest'
import { deliver } from './deliver'
import { forgetIntent, newKey, unansweredIntent, type Answer, type Intent, type Write } from './intent'
import { isStillSo } from './still-so'
import { useAskAgain } from './use-ask-again'

/** Where an intent stands. `tries` counts the attempts that left it in doubt; `resumed` ones were sent before the page was opened. */
export type Delivery<Name extends Write> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending' | 'unsure'; readonly intent: Intent<Name>; readonly tries: number; readonly resumed: boolean }
  | { readonly phase: 'answered'; readonly answer: Answer<Name> }
  | { readonly phase: 'refused' | 'failed'; readonly failure: Failure; readonly intent: Intent<Name> }

type Pending<Name extends Write> = Extract<Delivery<Name>, { phase: 'sending' | 'unsure' }>

const idle = { phase: 'idle' } as const

const begin = <Name extends Write>(name: Name, cardId: string): Delivery<Name> => {
  const intent = unansweredIntent(name, cardId)
  return intent ? { phase: 'unsure', intent, tries: 0, resumed: true } : idle
}

/** One try. Once in doubt it stays so until the server says: an attempt that was turned away does not answer for an earlier one. */
const attempt = async <Name extends Write>(pending: Pending<Name>, answers: QueryClient): Promise<Delivery<Name>> => {
  const { intent, tries, resumed } = pending
  try {
    const answer = await deliver(intent, answers)
    return !resumed || (await isStillSo(intent, answers)) ? { phase: 'answered', answer } : idle
  } catch (thrown) {
    const failure = failureFrom(thrown)
    const inDoubt = isDoubtful(failure) || (failure.retryable && pending.phase === 'unsure')
    if (inDoubt) return { phase: 'unsure', intent, tries: tries + 1, resumed }
    // its check ran out unused while the app was away: nothing was done, and the page begins anew
    if (resumed && needsNewCheck(failure)) return idle
    return { phase: isRefusal(failure) ? 'refused' : 'failed', failure, intent }
  }
}

type WithoutKey<Name extends Write> = Omit<RequestOf<Name>, 'idempotencyKey'>

/**
 * Sends one intent of a person and follows it until it is answered: one request however often it is tapped, the same key however
 * often it is tried, and 'unsure' as long as no one knows.
 */
export const useDelivery = <Name extends Write>(name: Name, cardId: string) => {
  const answers = useQueryClient()
  const { shown, latest, set } = useLatest<Delivery<Name>>(() => begin(name, cardId))
  const busy = useRef(false)

  const run = useCallback(async (pending: Pending<Name>) => {
    if (busy.current) return
    busy.current = true
    if (pending.phase !== latest.current.phase) set(pending)
    const next = await attempt(pending, answers)
    busy.current = false
    set(next)
  }, [answers, latest, set])

  const start = useCallback((request: WithoutKey<Name>) => {
    if (latest.current.phase === 'sending' || latest.current.phase === 'unsure') return
    const intent = { name, request: { ...request, idempotencyKey: newKey() } as RequestOf<Name> }
    void run({ phase: 'sending', intent, tries: 0, resumed: false })
  }, [latest, name, run])

  const retry = useCallback(() => {
    const now = latest.current
    if (now.phase === 'unsure') void run(now)
    if (now.phase === 'failed' && now.failure.retryable) void run({ phase: 'sending', intent: now.intent, tries: 0, resumed: false })
  }, [latest, run])

  const reset = useCallback(() => {
    const now = latest.current
    if (now.phase === 'failed') forgetIntent(now.intent)
    if (now.phase !== 'sending' && now.phase !== 'unsure') set(idle)
  }, [latest, set])

  useAskAgain(shown.phase === 'unsure' ? shown.tries : undefined, retry)
  return { delivery: shown, start, retry, reset }
}
