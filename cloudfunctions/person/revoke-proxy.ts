import { defineOperation } from '../runtime/define-operation'

/** Ends a grant at once: its holder takes it back, or its proxy gives it back. One that has ended is `already` so. */
export const revokeProxy = defineOperation('person/revokeProxy', async ({ cardId, grantId }, { caller, repository }) =>
  repository.family.revoke(caller, cardId, grantId))
