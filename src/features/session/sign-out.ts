import type { QueryClient } from '@tanstack/react-query'
import { removeAllBut } from '@/platform/storage'
import { ask } from '../ask'
import { settingsKey } from '../settings/store'
import { keepSession, session } from './store'

/** Ends the session, at the server too if it can be reached, and forgets everything that was kept of the person. */
export const signOut = (answers: QueryClient): void => {
  // the phone forgets whether or not the server hears of it
  void ask('session/signOut', {}, session.get()?.token).catch(() => undefined)
  keepSession(undefined)
  removeAllBut(settingsKey)
  answers.clear()
}
