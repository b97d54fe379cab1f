import { decideCloseDispute } from '@/domain/dispute'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { channelOf } from '../repository'
import { actFor, only } from './acting'
import { doneOnWire } from './wire'

/** Closes a dispute, at a counter or by the bureau. One that the card never had is not found; one that is closed stays as it was closed. */
export const closeDispute = defineOperation('channel/closeDispute', async (request, call) => {
  const { caller, repository: { cards } } = call
  only(caller, 'counter', 'bureau')
  const { card: by, disputeId, outcome } = request
  const { cardKey } = await cards.getFor(caller, by)
  if (!(await cards.hasDispute(cardKey, disputeId))) throw new RequestError('notFound')
  return doneOnWire(await actFor(call, request, {
    operation: 'closeDispute',
    decide: ({ card, by: author, now }) => decideCloseDispute(card, { disputeId, outcome, channel: channelOf(caller), by: author }, now),
  }), call)
})
