import type { Door, PhoneSaid, VerificationResult } from '@/contract'
import { toIso } from '@/domain/time'
import type { Platform } from '../platforms'
import type { Completed, OpenCheck } from '../repository'
import { defineOperation, type Call, type Parsed } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { playFace } from './play-phone'
import { askByCard } from './read-cards'

const completedOnWire = ({ result, validUntil }: Completed) => ({ result, ...(validUntil !== null && { validUntil: toIso(validUntil) }) })

/** What a phone sees of a check that is played. */
const seen: Readonly<Record<VerificationResult, PhoneSaid>> = { passed: 'finished', failed: 'finished', cancelled: 'cancelled', pending: 'unsure' }

type Request = Parsed<'session/completeVerification'>

/** What the phone said. In the sandbox somebody is first put before it. */
const phoneOf = async ({ caller, config }: Pick<Call, 'caller' | 'config'>, door: Door, check: OpenCheck, { phone, sandboxResult = 'passed' }: Request): Promise<PhoneSaid> => {
  if (!caller.played) return phone ?? 'unsure'
  await playFace(door, config, check, sandboxResult)
  return phone ?? seen[sandboxResult]
}

/** The result is the platform's own; one that cannot be heard now is pending. */
const ask = async (platform: Platform, { person, platformId, outerNumber, ticket }: OpenCheck, phone: PhoneSaid): Promise<VerificationResult> => {
  try {
    return await platform.askCheck({ person, platformId, outerNumber, ticket, phone })
  } catch (thrown) {
    if (thrown instanceof RequestError && thrown.code === 'busy') return 'pending'
    throw thrown
  }
}

const resultOf = async (call: Call, check: OpenCheck, request: Request): Promise<VerificationResult> => {
  const { caller: { channel }, platforms } = call
  if (channel === 'terminal') return askByCard(call, check, request.readCard)
  const platform = platforms[channel]
  if (!platform) throw new RequestError('verificationRefused')
  return ask(platform, check, await phoneOf(call, channel, check, request))
}

/** What only a session that is played may say, and what only a terminal has read. */
const refuseUnfit = ({ played, channel }: Call['caller'], { sandboxResult, readCard }: Request): void => {
  if (sandboxResult !== undefined && !played) throw new RequestError('invalidRequest', { field: 'sandboxResult' })
  if (readCard !== undefined && channel !== 'terminal') throw new RequestError('invalidRequest', { field: 'readCard' })
}

/**
 * Asks the platform, or what a terminal has read, how an identity check ended. A pending one may be asked about again; every other result is
 * final and comes back as it was. In a session that is played the caller says how it ends, `passed` unless told otherwise; in any other
 * saying so is refused as `invalidRequest`, and so is a card that no terminal has read.
 */
export const completeVerification = defineOperation('session/completeVerification', async (request, call) => {
  const { caller, repository: { verifications } } = call
  refuseUnfit(caller, request)
  const found = await verifications.find(caller, request.verificationId)
  if ('completed' in found) return completedOnWire(found.completed)
  return completedOnWire(await verifications.end(caller, found.open, await resultOf(call, found.open, request)))
})
