import { defineOperation } from '../runtime/define-operation'
import { copyOf } from './copy-of'

/** A copy of all that is kept of the caller, in clear, for a passed check of their own. */
export const exportData = defineOperation('person/exportData', async ({ verificationId }, { caller, repository }) => {
  const data = await repository.ownData.export(caller, verificationId)
  return { copy: JSON.stringify(copyOf(data), null, 2) }
})
