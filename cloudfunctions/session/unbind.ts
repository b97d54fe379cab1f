import { defineOperation } from '../runtime/define-operation'

/** Lets go of the account: it is nobody's, and every session of it ends, this one too. */
export const unbind = defineOperation('session/unbind', async (_request, { caller, repository }) => repository.accounts.unbind(caller))
