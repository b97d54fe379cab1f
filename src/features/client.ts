import type { DataOf, RequestOf } from '@/contract'
import { ask } from './ask'
import type { Asked, AskedName } from './asked'
import { failureFrom, isTurnedAway } from './failure'
import { renewed } from './session/sign-in'
import { keepBound, keepSession, session, type Kept } from './session/store'

let renewing: Promise<void> | undefined

/** Keeps what became of a session, unless someone signed in or out meanwhile. */
const keepAfter = (who: Kept, next: Kept | undefined): void => {
  if (session.get() === who) keepSession(next)
}

const renewFor = async (who: Kept): Promise<void> => {
  try {
    keepAfter(who, await renewed(who))
  } catch (thrown) {
    if (isTurnedAway(failureFrom(thrown))) keepAfter(who, undefined)
    throw thrown
  }
}

/** Once for all calls that found the session expired; one that another call has renewed meanwhile is not renewed again. */
const renew = async (usedToken: string | undefined, expired: unknown): Promise<void> => {
  const who = session.get()
  if (!who) throw expired
  if (!renewing && who.token !== usedToken) return
  renewing ??= renewFor(who).finally(() => {
    renewing = undefined
  })
  await renewing
}

/** What was known of an account's person is not shown any more once it is nobody's. */
const askAs: typeof ask = async (asked, request, token) => {
  try {
    return await ask(asked, request, token)
  } catch (thrown) {
    if (failureFrom(thrown).code === 'notBound') keepBound(false)
    throw thrown
  }
}

/** Calls an operation as whoever is signed in; an expired session is renewed in silence and the call repeated once. */
export const send = async <Name extends AskedName>(asked: Asked<Name>, request: RequestOf<Name>): Promise<DataOf<Name>> => {
  const token = session.get()?.token
  try {
    return await askAs(asked, request, token)
  } catch (thrown) {
    if (failureFrom(thrown).code !== 'notSignedIn') throw thrown
    await renew(token, thrown)
    return askAs(asked, request, session.get()?.token)
  }
}
