import { onlineManager } from '@tanstack/react-query'
import { useCallback, useRef } from 'react'
import type { DataOf, RequestOf } from '@/contract'
import type { Asked, AskedName } from './asked'
import { send } from './client'
import { useAskAgain } from './delivery'
import { Failed, failureFrom, failureOf, isDoubtful, type Failure } from './failure'
import { useLatest } from './use-latest'

/**
 * Where a change stands that may be asked for twice without harm, because it says how things are to be or carries a key. `tries`
 * counts the attempts that left it in doubt: after one of those 'failed' does not mean that nothing was done.
 */
export type Change<Name extends AskedName> =
  | { readonly phase: 'idle' }
  | { readonly phase: 'sending'; readonly request: RequestOf<Name>; readonly tries: number }
  | { readonly phase: 'unsure' | 'failed'; readonly request: RequestOf<Name>; readonly tries: number; readonly failure: Failure }
  | { readonly phase: 'done'; readonly request: RequestOf<Name>; readonly data: DataOf<Name> }

const idle = { phase: 'idle' } as const

const attempt = async <Name extends AskedName>(asked: Asked<Name>, request: RequestOf<Name>, tries: number): Promise<Change<Name>> => {
  try {
    if (!onlineManager.isOnline()) throw new Failed(failureOf('offline'))
    return { phase: 'done', request, data: await send(asked, request) }
  } catch (thrown) {
    const failure = failureFrom(thrown)
    const inDoubt = isDoubtful(failure) || (tries > 0 && failure.retryable)
    return inDoubt ? { phase: 'unsure', request, tries: tries + 1, failure } : { phase: 'failed', request, tries, failure }
  }
}

/** The failure to be shown, if it ended in one. */
export const failureIn = (change: Change<AskedName>): Failure | undefined => (change.phase === 'failed' ? change.failure : undefined)

/** Whether it was sent and is not answered for good. */
export const isOpen = ({ phase }: Change<AskedName>): boolean => phase === 'sending' || phase === 'unsure'

/**
 * Makes one change: one request however often it is tapped, and while no one knows what came of it the same request again, by
 * itself. Nothing of it is kept on the phone. `onDone` is told once.
 */
export const useChange = <Name extends AskedName>(asked: Asked<Name>, onDone?: (data: DataOf<Name>, request: RequestOf<Name>) => void) => {
  const { shown, latest, set } = useLatest<Change<Name>>(idle)
  const busy = useRef(false)

  const run = useCallback(async (request: RequestOf<Name>, tries: number) => {
    if (busy.current) return
    busy.current = true
    if (latest.current.phase !== 'unsure') set({ phase: 'sending', request, tries })
    const next = await attempt(asked, request, tries)
    busy.current = false
    set(next)
    if (next.phase === 'done') onDone?.(next.data, request)
  }, [latest, asked, onDone, set])

  const start = useCallback((request: RequestOf<Name>) => {
    if (!isOpen(latest.current)) void run(request, 0)
  }, [latest, run])

  const retry = useCallback(() => {
    const now = latest.current
    if (now.phase === 'unsure' || now.phase === 'failed') void run(now.request, now.tries)
  }, [latest, run])

  const reset = useCallback(() => {
    if (!isOpen(latest.current)) set(idle)
  }, [latest, set])

  useAskAgain(shown.phase === 'unsure' ? shown.tries : undefined, retry)
  return { change: shown, start, retry, reset }
}
