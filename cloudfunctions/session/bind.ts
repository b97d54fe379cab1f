import { defineOperation } from '../runtime/define-operation'
import { maskedName } from '../runtime/mask'

/** Binds the account to the person that a passed check says it is of, and lets go of their other account at this door. */
export const bind = defineOperation('session/bind', async ({ verificationId, notice }, { caller, repository }) => {
  const { name, moved, already } = await repository.accounts.bind(caller, verificationId, notice)
  return { maskedName: maskedName(name), moved, already }
})
