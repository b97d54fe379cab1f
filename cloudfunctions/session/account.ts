import { toIso } from '@/domain/time'
import { defineOperation } from '../runtime/define-operation'
import { maskedName } from '../runtime/mask'

/** Whose the account is; and where it is nobody's any more, since when and why. */
export const account = defineOperation('session/account', async (_request, { caller, repository }) => {
  const { name, boundAt, ended } = await repository.accounts.of(caller)
  return {
    bound: name !== null,
    ...(name !== null && { maskedName: maskedName(name) }),
    ...(boundAt !== null && { boundAt: toIso(boundAt) }),
    ...(ended && { ended: { at: toIso(ended.at), why: ended.why } }),
  }
})
