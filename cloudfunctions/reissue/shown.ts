import type { OrderOnWire } from '@/contract'
import type { CardView, OrderView } from '../repository'
import type { Services } from '../runtime/services'
import { orderOnWire } from './wire'

/** The holder reads every address; anyone else the one that they gave. */
const mayReadAddress = ({ holder, actorKey }: CardView, { parts: { addressBy } }: OrderView): boolean =>
  holder.relation === 'cardholder' || addressBy === actorKey

/** The last order of a card, as the person who asks sees it; undefined where there was never one. */
export const shownOrder = async (view: CardView, services: Pick<Services, 'repository' | 'log'>): Promise<OrderOnWire | undefined> => {
  const found = await services.repository.orders.of(view)
  return found ? orderOnWire(view, found, mayReadAddress(view, found), services) : undefined
}

/** The same of a card that has one. */
export const knownOrder = async (view: CardView, services: Pick<Services, 'repository' | 'log'>): Promise<OrderOnWire> => {
  const order = await shownOrder(view, services)
  if (!order) throw new TypeError('a card whose order was changed has none')
  return order
}
