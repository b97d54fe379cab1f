import { defineOperation } from '../runtime/define-operation'
import { demoCitizens as citizens, type DemoCitizen } from './demo-citizens'

const onWire = ({ newCardNumber, cardNumbers, ...citizen }: DemoCitizen) =>
  ({ ...citizen, cardNumbers: [...cardNumbers, ...(newCardNumber === undefined ? [] : [newCardNumber])] })

/** The people of the demo city one can sign in as, each with what to expect. Sandbox only. */
export const demoCitizens = defineOperation('session/demoCitizens', async () => ({ citizens: citizens.map(onWire) }))
