import type { Door, Proof, SignedIn } from '@/contract'
import { cloudCalls } from '@/platform/build'
import { buildDoors } from '@/platform/door'
import { takeCode } from '@/platform/sign-in-code'
import { ask } from '../ask'
import { Failed, failureFrom, failureOf, isTurnedAway } from '../failure'
import { privacyNotice } from '../privacy/notice'
import { doorOf, keepSession, type Kept } from './store'

/** A session as it is remembered, with the notice that was agreed to. */
export const keptOf = (who: Pick<Kept, 'citizen' | 'visit' | 'door'>, { token, refreshToken, bound }: SignedIn): Kept =>
  ({ ...who, token, refreshToken, bound, notice: privacyNotice })

const asDemoCitizen = async (citizen: string, door: Door): Promise<Kept> =>
  keptOf({ citizen, door }, await ask('session/signIn', { proof: { kind: 'sandbox', citizen, door } }))

const takeProof = async (): Promise<Proof> => {
  if (!takeCode) throw new Failed(failureOf('proofRefused'))
  try {
    return await takeCode()
  } catch {
    throw new Failed(failureOf('noAnswer'))
  }
}

/** Inside WeChat's cloud nothing is proven, since the platform says who calls: only whether we know them is asked. */
const asPlatformSays = async (): Promise<Kept> => {
  const [door] = buildDoors
  if (!cloudCalls) return keptOf({ door }, await ask('session/signIn', { proof: await takeProof() }))
  const { bound } = await ask('session/account', {})
  return { door, bound, notice: privacyNotice }
}

/** Signs a demo citizen in by a door and remembers it. Throws Failed. */
export const signIn = async (citizen: string, door: Door): Promise<void> => keepSession(await asDemoCitizen(citizen, door))

/** Signs in whoever holds the phone, as its platform says, and remembers it. Throws Failed. */
export const enter = async (): Promise<void> => keepSession(await asPlatformSays())

const refreshed = async (who: Kept): Promise<Kept | undefined> => {
  if (!who.refreshToken) return undefined
  try {
    return keptOf(who, await ask('session/refresh', { refreshToken: who.refreshToken }))
  } catch (thrown) {
    if (isTurnedAway(failureFrom(thrown))) return undefined
    throw thrown
  }
}

/** The next session of whoever is signed in: by the long token, else as they signed in before. Throws Failed. */
export const renewed = async (who: Kept): Promise<Kept> =>
  (await refreshed(who)) ?? (who.citizen ? asDemoCitizen(who.citizen, doorOf(who)) : asPlatformSays())
