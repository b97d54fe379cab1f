import { defineOperation } from '../runtime/define-operation'

/** Ends the session that the caller signed in by: its long token gets no next one. */
export const signOut = defineOperation('session/signOut', async (_request, { caller, repository }) => {
  await repository.sessions.end(caller)
  return {}
})
