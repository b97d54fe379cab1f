import { useCallback } from 'react'
import type { Door } from '@/contract'
import { failureFrom, type Failure } from '../failure'
import { useLatest } from '../use-latest'
import { enter, signIn } from './sign-in'

interface State {
  readonly busy: boolean
  readonly failure: Failure | undefined
}

export interface SigningIn extends State {
  /** As a demo citizen by a door, in the sandbox. True once signed in; false when it failed or is under way already. */
  readonly play: (citizen: string, door: Door) => Promise<boolean>
  /** As whoever holds the phone. */
  readonly enter: () => Promise<boolean>
}

const idle: State = { busy: false, failure: undefined }

/** Signing in, once however often it is tapped. */
export const useSignIn = (): SigningIn => {
  const { shown, latest, set } = useLatest(idle)
  const start = useCallback(async (by: () => Promise<void>): Promise<boolean> => {
    if (latest.current.busy) return false
    set({ busy: true, failure: undefined })
    try {
      await by()
      set(idle)
      return true
    } catch (thrown) {
      set({ busy: false, failure: failureFrom(thrown) })
      return false
    }
  }, [latest, set])
  const play = useCallback((citizen: string, door: Door) => start(() => signIn(citizen, door)), [start])
  return { ...shown, play, enter: useCallback(() => start(enter), [start]) }
}
