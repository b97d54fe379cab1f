import { counterCookie } from '../runtime/cookies'
import { defineOperation } from '../runtime/define-operation'

/** Ends the session, here and in the browser. */
export const signOut = defineOperation('counter/signOut', async (_request, { repository, caller, cookies }) => {
  await repository.staff.end(caller)
  cookies.set(counterCookie, '', 0)
  return {}
})
