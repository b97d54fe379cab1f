import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { signedInOnWire } from './signed-in'

/** The next pair of tokens for the long one, which is used up. Refuses `notSignedIn` once the session has ended, `tooManyRequests` by address. */
export const refresh = defineOperation('session/refresh', async ({ refreshToken }, { address, config, repository, tokens }) => {
  await repository.tries.countSignIn(address)
  const session = await repository.sessions.refresh(refreshToken)
  if (!session || (session.caller.played && !config.sandbox)) throw new RequestError('notSignedIn')
  return signedInOnWire(tokens, session)
})
