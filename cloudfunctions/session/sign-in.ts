import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { demoPlatformId } from './demo-citizens'

/**
 * Gives a session token for a proof of who is calling. The only proof there is plays a demo citizen at a door: refused as
 * `proofRefused` outside the sandbox, and for a citizen nobody knows.
 */
export const signIn = defineOperation('session/signIn', async ({ proof }, { config, repository, tokens }) => {
  if (!config.sandbox) throw new RequestError('proofRefused')
  const account = await repository.accounts.byPlatformId(proof.door, demoPlatformId(proof.door, proof.citizen))
  if (!account) throw new RequestError('proofRefused')
  return tokens.issue({ accountKey: account.accountKey, channel: proof.door })
})
