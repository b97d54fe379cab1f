import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { kioskOf } from './kiosk-of'
import { signedInOnWire } from './signed-in'

/**
 * The next pair of tokens for the long one, which is used up. Refuses `notSignedIn` once the session has ended, or anywhere but at the terminal
 * that it was begun before; `tooManyRequests` by address.
 */
export const refresh = defineOperation('session/refresh', async ({ refreshToken }, call) => {
  const { address, config, repository, tokens } = call
  await repository.tries.countSignIn(address)
  const session = await repository.sessions.refresh(refreshToken, await kioskOf(call))
  if (!session || (session.caller.played && !config.sandbox)) throw new RequestError('notSignedIn')
  return signedInOnWire(tokens, session)
})
