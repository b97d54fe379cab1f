import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'

/**
 * Begins an identity check of the person acting at the platform they are calling from, for one purpose and card. Refuses whoever may
 * not act for the card before any check; `verificationRefused` at a platform that is not set up.
 */
export const beginVerification = defineOperation('session/beginVerification', async ({ subject }, { caller, platforms, repository }) => {
  const platform = platforms[caller.channel]
  if (!platform) throw new RequestError('verificationRefused')
  const check = await repository.verifications.prepare(caller, subject)
  const begun = await platform.beginCheck(check.person, check.platformId)
  const verificationId = await repository.verifications.keep(caller, check, begun)
  return { verificationId, challenge: caller.played ? { provider: 'sandbox' as const } : begun.challenge }
})
