import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { forgetStored } from '@/platform/kiosk/forget'
import { hush } from '@/platform/kiosk/speech'
import { goHome } from '@/platform/navigation'
import { session } from '../session/store'
import { signOut } from '../session/sign-out'
import { removeAllBut } from '@/platform/storage'
import { resetComfort } from './comfort'
import { endVisit } from './visit'

/** Ends a visit: nothing of it stays on this machine, whether or not the server can be told. */
const end = (answers: QueryClient, afterEnded: boolean): void => {
  const wasSignedIn = session.get() !== undefined
  hush()
  endVisit(afterEnded)
  if (wasSignedIn) signOut(answers)
  answers.clear()
  removeAllBut('')
  forgetStored()
  resetComfort()
  void goHome()
}

/** Leaving, back to the first page as everyone finds it. `ended`: the session ran out by itself. */
export const useLeave = () => {
  const answers = useQueryClient()
  return useCallback((ended = false) => end(answers, ended), [answers])
}
