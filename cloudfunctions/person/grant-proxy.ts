import { defineOperation } from '../runtime/define-operation'
import { grantOnWire } from './wire'

/** The cardholder lets someone do one thing with a card until a day's end. The answer does not tell whether we know that person. */
export const grantProxy = defineOperation('person/grantProxy', async ({ cardId, ...request }, { caller, repository }) =>
  ({ grant: grantOnWire(await repository.family.grant(caller, { cardKey: cardId, ...request })) }))
