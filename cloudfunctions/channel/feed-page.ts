import { createHmac } from 'node:crypto'
import type { DataOf } from '@/contract'
import { eventOnWire } from '../card/wire'
import type { Partner } from '../runtime/partner'
import type { Services } from '../runtime/services'

type Hears = Pick<Partner, 'partnerId' | 'cities' | 'bank'>

const referenceOf = (secret: string, number: string): string => createHmac('sm3', secret).update(number).digest('hex')

/** A page of the feed as a partner reads it, whether it asks or is told. It names nobody, and a card only to whoever knows its number. */
export const feedPage = async (
  { repository }: Pick<Services, 'repository'>, partner: Hears, secret: string, after: number, limit: number,
): Promise<DataOf<'channel/events'>> => {
  const { events, position } = await repository.cards.feedAfter(partner, after, limit)
  const onWire = events.map(({ position: at, cardKey: cardId, number, city, event }) =>
    ({ position: at, cardId, cardReference: referenceOf(secret, number), city, ...eventOnWire({ event, actorName: null, partner: null }) }))
  return { events: onWire, position }
}
