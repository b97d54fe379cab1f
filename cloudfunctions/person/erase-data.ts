import { defineOperation } from '../runtime/define-operation'

/**
 * Lets go of all the caller's accounts and deletes what the law lets go of. The person and the cards' record stay, and for their time
 * what concerns others: ended grants, and withdrawn consents as proof. Whoever calls again is signed in no longer.
 */
export const eraseData = defineOperation('person/eraseData', async (_request, { caller, repository }) => {
  const { erased, stays } = await repository.ownData.erase(caller)
  return { erased: [...erased], stays: [...stays] }
})
