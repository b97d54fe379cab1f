import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Door } from '@/contract'
import { buildDoors } from '@/platform/door'
import { failureFrom, type Failure } from '../failure'
import { useStore } from '../store'
import { useLatest } from '../use-latest'
import { signIn } from './sign-in'
import { doorOf, keepSession, session } from './store'

export interface Session {
  readonly status: 'signedOut' | 'signedIn'
  /** The demo citizen's id; undefined where the platform itself says who it is. */
  readonly citizen: string | undefined
  readonly door: Door
  /** The doors this build may play: one on a phone, both in the browser's preview. */
  readonly doors: readonly Door[]
  readonly busy: boolean
  readonly failure: Failure | undefined
  /** True once signed in; false when it failed (see `failure`) or is under way already. */
  readonly signIn: (citizen: string, door: Door) => Promise<boolean>
  readonly signOut: () => void
}

interface SigningIn {
  readonly busy: boolean
  readonly failure: Failure | undefined
}
const idle: SigningIn = { busy: false, failure: undefined }

const useSignIn = () => {
  const { shown, latest, set } = useLatest(idle)
  const start = useCallback(async (citizen: string, door: Door): Promise<boolean> => {
    if (latest.current.busy) return false
    set({ busy: true, failure: undefined })
    try {
      await signIn(citizen, door)
      set(idle)
      return true
    } catch (thrown) {
      set({ busy: false, failure: failureFrom(thrown) })
      return false
    }
  }, [latest, set])
  return { ...shown, signIn: start }
}

/** Who is signed in, and signing in and out. Signing out forgets every answer that was kept. */
export const useSession = (): Session => {
  const who = useStore(session)
  const answers = useQueryClient()
  const signOut = useCallback(() => {
    keepSession(undefined)
    answers.clear()
  }, [answers])
  return { status: who ? 'signedIn' : 'signedOut', citizen: who?.citizen, door: doorOf(who), doors: buildDoors, ...useSignIn(), signOut }
}
