import { createHmac } from 'node:crypto'
import { eventOnWire } from '../card/wire'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'

const usualLimit = 50

const referenceOf = (secret: string, number: string): string => createHmac('sm3', secret).update(number).digest('hex')

/**
 * What happened after a position: at least once, in the order of each card, as often as it is asked for. It names nobody, and a card only to
 * whoever knows its number.
 */
export const events = defineOperation('channel/events', async ({ after = 0, limit = usualLimit }, { caller, repository }) => {
  const secret = await repository.partners.secretOf(caller.partnerId)
  if (secret === null) throw new RequestError('notPermitted')
  const found = await repository.cards.feedAfter(caller, after, limit)
  return {
    events: found.map(({ position, cardKey: cardId, number, city, event }) =>
      ({ position, cardId, cardReference: referenceOf(secret, number), city, ...eventOnWire({ event, actorName: null, partner: null }) })),
    position: found.at(-1)?.position ?? after,
  }
})
