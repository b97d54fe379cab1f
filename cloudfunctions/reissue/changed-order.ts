import { cardOnWire } from '../card/wire'
import type { Changed } from '../repository'
import type { Call } from '../runtime/define-operation'
import { knownOrder } from './shown'

/** What came of something that was done to an order. */
export const changedOrder = async ({ view, already }: Changed, call: Call) =>
  ({ card: cardOnWire(view, call.caller.channel), order: await knownOrder(view, call), already })
