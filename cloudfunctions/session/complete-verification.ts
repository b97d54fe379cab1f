import type { PhoneSaid, VerificationResult } from '@/contract'
import { toIso } from '@/domain/time'
import type { Platform } from '../platforms'
import type { Completed, OpenCheck } from '../repository'
import { defineOperation, type Call } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { playFace } from './play-phone'

const completedOnWire = ({ result, validUntil }: Completed) => ({ result, ...(validUntil !== null && { validUntil: toIso(validUntil) }) })

/** What a phone sees of a check that is played. */
const seen: Readonly<Record<VerificationResult, PhoneSaid>> = { passed: 'finished', failed: 'finished', cancelled: 'cancelled', pending: 'unsure' }

/** What the phone said. In the sandbox somebody is first put before it. */
const phoneOf = async ({ caller, config }: Pick<Call, 'caller' | 'config'>, check: OpenCheck, played: VerificationResult): Promise<PhoneSaid> => {
  if (!caller.played) return 'unsure'
  await playFace(caller.channel, config, check, played)
  return seen[played]
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

/**
 * Asks the platform how an identity check ended. A pending one may be asked about again; every other result is final and comes back as
 * it was. In a session that is played the caller says how it ends, `passed` unless told otherwise; in any other saying so is refused
 * as `invalidRequest`.
 */
export const completeVerification = defineOperation('session/completeVerification', async ({ verificationId, phone, sandboxResult }, call) => {
  const { caller, platforms, repository: { verifications } } = call
  if (sandboxResult !== undefined && !caller.played) throw new RequestError('invalidRequest', { field: 'sandboxResult' })
  const found = await verifications.find(caller, verificationId)
  if ('completed' in found) return completedOnWire(found.completed)
  const platform = platforms[caller.channel]
  if (!platform) throw new RequestError('verificationRefused')
  const seenBy = await phoneOf(call, found.open, sandboxResult ?? 'passed')
  return completedOnWire(await verifications.end(caller, found.open, await ask(platform, found.open, phone ?? seenBy)))
})
