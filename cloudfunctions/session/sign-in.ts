import type { Proof } from '@/contract'
import type { Session } from '../repository'
import type { Config } from '../runtime/config'
import { defineOperation, type Call } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { demoCitizens, demoPlatformId } from './demo-citizens'
import { kioskOf } from './kiosk-of'
import { playLogin } from './play-phone'
import { signedInOnWire } from './signed-in'

type TerminalProof = Extract<Proof, { kind: 'terminal' }>
type PhoneProof = Exclude<Proof, TerminalProof>
type SignInCall = Pick<Call<null>, 'config' | 'cookies' | 'platforms' | 'repository'>

const isDemoCitizen = (id: string) => demoCitizens.some((citizen) => citizen.id === id)

/** What a phone was given to sign in with; for a demo citizen one is played, in the sandbox alone. */
const codeOf = async (proof: PhoneProof, config: Config): Promise<string | null> => {
  if (proof.kind !== 'sandbox') return proof.code
  const { door, citizen } = proof
  return config.sandbox && isDemoCitizen(citizen) ? playLogin(door, config, demoPlatformId(door, citizen)) : null
}

/** Whoever stands before a terminal is who its reader has read: that is the device's word, and counts from an enrolled one alone. */
const atTerminal = async ({ name, idNumber, notice }: TerminalProof, call: SignInCall): Promise<Session> => {
  const kiosk = await kioskOf(call)
  if (!kiosk) throw new RequestError('proofRefused')
  return call.repository.sessions.beginBefore(kiosk, await call.repository.accounts.byIdCard({ name, idNumber }, notice))
}

const onPhone = async (proof: PhoneProof, { config, platforms, repository }: SignInCall): Promise<Session> => {
  const played = proof.kind === 'sandbox'
  const door = played ? proof.door : proof.kind
  const code = await codeOf(proof, config)
  const platform = platforms[door]
  if (code === null || !platform) throw new RequestError('proofRefused')
  const account = await repository.accounts.byPlatformId(door, await platform.signIn(code))
  return repository.sessions.begin(account, door, played)
}

/**
 * Begins a session for a proof of who is calling, which the platform's server confirms, or a terminal's reader. Refuses `proofRefused` for a
 * code that is not good, at a platform that is not set up, for a demo citizen outside the sandbox, and for what no enrolled terminal has read;
 * `idCardUnknown` and `minorNeedsGuardian` at a terminal; `tooManyRequests` by address.
 */
export const signIn = defineOperation('session/signIn', async ({ proof }, call) => {
  await call.repository.tries.countSignIn(call.address)
  return signedInOnWire(call.tokens, await (proof.kind === 'terminal' ? atTerminal(proof, call) : onPhone(proof, call)))
})
