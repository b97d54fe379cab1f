import { toIso } from '@/domain/time'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'

/**
 * Completes an identity check. In the sandbox the caller says how it ends, `passed` unless told otherwise; anywhere else saying so is
 * refused as `invalidRequest`. A pending check may be completed again; every other result is final and comes back as it was.
 */
export const completeVerification = defineOperation(
  'session/completeVerification',
  async ({ verificationId, sandboxResult }, { caller, config, repository }) => {
    if (!config.sandbox) throw new RequestError(sandboxResult ? 'invalidRequest' : 'verificationRefused', sandboxResult && { field: 'sandboxResult' })
    const { result, validUntil } = await repository.verifications.complete(caller, verificationId, sandboxResult ?? 'passed')
    return { result, ...(validUntil !== null && { validUntil: toIso(validUntil) }) }
  },
)
