import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Door } from '@/contract'
import { buildDoors } from '@/platform/door'
import { useStore } from '../store'
import { doorOf, session } from './store'
import { signOut } from './sign-out'

interface Session {
  readonly status: 'signedOut' | 'signedIn'
  /** Whether it is known whose account this is. */
  readonly bound: boolean
  /** The demo citizen's id; undefined where the platform itself says who it is. */
  readonly citizen: string | undefined
  readonly door: Door
  /** The doors this build may play: one on a phone, both in the browser's preview. */
  readonly doors: readonly Door[]
  readonly signOut: () => void
}

/** Who is signed in, and signing out, which forgets everything that was kept of them. */
export const useSession = (): Session => {
  const who = useStore(session)
  const answers = useQueryClient()
  const leave = useCallback(() => signOut(answers), [answers])
  return { status: who ? 'signedIn' : 'signedOut', bound: who?.bound ?? false, citizen: who?.citizen, door: doorOf(who), doors: buildDoors, signOut: leave }
}
