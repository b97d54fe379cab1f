import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'

/** Begins an identity check of the person acting, for one purpose and card. Only the sandbox has a provider of checks so far. */
export const beginVerification = defineOperation('session/beginVerification', async ({ subject }, { caller, config, repository }) => {
  if (!config.sandbox) throw new RequestError('verificationRefused')
  const verificationId = await repository.verifications.begin(caller, subject)
  return { verificationId, challenge: { provider: 'sandbox' as const } }
})
