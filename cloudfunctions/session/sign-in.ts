import type { Proof } from '@/contract'
import type { Config } from '../runtime/config'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { demoCitizens, demoPlatformId } from './demo-citizens'
import { playLogin } from './play-phone'
import { signedInOnWire } from './signed-in'

const isDemoCitizen = (id: string) => demoCitizens.some((citizen) => citizen.id === id)

/** What a phone was given to sign in with; for a demo citizen one is played, in the sandbox alone. */
const codeOf = async (proof: Exclude<Proof, { kind: 'terminal' }>, config: Config): Promise<string | null> => {
  if (proof.kind !== 'sandbox') return proof.code
  const { door, citizen } = proof
  return config.sandbox && isDemoCitizen(citizen) ? playLogin(door, config, demoPlatformId(door, citizen)) : null
}

/**
 * Begins a session for a proof of who is calling, which the platform's server confirms. Refuses `proofRefused` for a code that is not
 * good, at a platform that is not set up, and for a demo citizen outside the sandbox; `tooManyRequests` by address.
 */
export const signIn = defineOperation('session/signIn', async ({ proof }, { address, config, platforms, repository, tokens }) => {
  await repository.tries.countSignIn(address)
  if (proof.kind === 'terminal') throw new RequestError('proofRefused')
  const played = proof.kind === 'sandbox'
  const door = played ? proof.door : proof.kind
  const code = await codeOf(proof, config)
  const platform = platforms[door]
  if (code === null || !platform) throw new RequestError('proofRefused')
  const account = await repository.accounts.byPlatformId(door, await platform.signIn(code))
  return signedInOnWire(tokens, await repository.sessions.begin(account, door, played))
})
