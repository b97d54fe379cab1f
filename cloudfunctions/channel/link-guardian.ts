import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { maskedName } from '../runtime/mask'
import { contentOf, only, staffIn } from './acting'
import { partnerCard } from './wire'

/** Puts a minor in the care of whoever stands at a counter with the household register: the applicant and nobody else. */
export const linkGuardian = defineOperation('channel/linkGuardian', async (request, { caller, repository }) => {
  only(caller, 'counter')
  const { card: by, applicant, guardian, evidence, idempotencyKey } = request
  if (applicant.role !== 'guardian' || applicant.idNumber !== guardian.idNumber) throw new RequestError('invalidRequest', { field: 'applicant' })
  const content = contentOf(request)
  const { already, view } = await repository.family.linkFor(caller, { by, guardian, evidence, staff: staffIn(request), idempotencyKey, content })
  return { result: already ? 'already' : 'done', card: partnerCard(view, caller), maskedGuardian: maskedName(guardian.name) }
})
