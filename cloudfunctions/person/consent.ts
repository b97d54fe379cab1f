import { defineOperation } from '../runtime/define-operation'
import { childOnWire } from './wire'

/** A guardian agrees to what is kept of a child in their care, or withdraws it. Doing so twice changes nothing. */
export const consent = defineOperation('person/consent', async ({ childId, agreed, notice }, { caller, repository }) =>
  ({ child: childOnWire(await repository.family.consent(caller, { childKey: childId, agreed, notice })) }))
