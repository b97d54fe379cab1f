import { useCallback } from 'react'
import { ask } from '../ask'
import { failureFrom, failureOf, type Failure } from '../failure'
import { useLatest } from '../use-latest'
import { becomeTerminal } from './place'

interface Enrolment {
  readonly busy: boolean
  readonly failure: Failure | undefined
}

/** As people type a code: without gaps. */
const clean = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '')
const isCode = (code: string): boolean => /^[\w-]{1,64}$/.test(code)

/** Makes this browser a terminal by a code, once however often it is tapped. */
export const useEnrolment = () => {
  const { shown, latest, set } = useLatest<Enrolment>({ busy: false, failure: undefined })
  const send = useCallback(async (typed: string): Promise<void> => {
    if (latest.current.busy) return
    const code = clean(typed)
    if (!isCode(code)) return set({ busy: false, failure: failureOf('proofRefused') })
    set({ busy: true, failure: undefined })
    try {
      const { kiosk } = await ask('session/enrolKiosk', { code })
      set({ busy: false, failure: undefined })
      becomeTerminal(kiosk)
    } catch (thrown) {
      set({ busy: false, failure: failureFrom(thrown) })
    }
  }, [latest, set])
  return { ...shown, send: useCallback((typed: string) => void send(typed), [send]) }
}
