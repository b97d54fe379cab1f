import type { DataOf, OperationName, RequestOf } from '@/contract'
import { ask } from './ask'
import { failureFrom } from './failure'
import { signIn } from './session/sign-in'
import { keepSession, session, type Kept } from './session/store'

let signingIn: Promise<void> | undefined

const codeOf = (thrown: unknown) => failureFrom(thrown).code

/** Signs the same citizen in again by the same door, once for all calls that found the session expired. */
const signInAgain = (citizen: string, { door }: Kept): Promise<void> => {
  signingIn ??= signIn(citizen, door)
    .catch((thrown: unknown) => {
      if (codeOf(thrown) === 'proofRefused') keepSession(undefined)
      throw thrown
    })
    .finally(() => {
      signingIn = undefined
    })
  return signingIn
}

/** A session that another call has renewed meanwhile is not renewed again. */
const renew = async (usedToken: string | undefined, expired: unknown): Promise<void> => {
  const who = session.get()
  if (!who?.citizen) {
    keepSession(undefined)
    throw expired
  }
  if (signingIn ?? who.token === usedToken) await signInAgain(who.citizen, who)
}

/** Calls an operation as whoever is signed in; an expired session is renewed in silence and the call repeated once. */
export const send = async <Name extends OperationName>(name: Name, request: RequestOf<Name>): Promise<DataOf<Name>> => {
  const token = session.get()?.token
  try {
    return await ask(name, request, token)
  } catch (thrown) {
    if (codeOf(thrown) !== 'notSignedIn') throw thrown
    await renew(token, thrown)
    return ask(name, request, session.get()?.token)
  }
}
