import type { DataOf, OrderOnWire } from '@/contract'
import { isBeforeCollection } from '@/domain/reissue/order'
import { orderOnWire } from '../reissue/wire'
import type { CardView, Changed } from '../repository'
import type { Call } from '../runtime/define-operation'
import type { Partner } from '../runtime/partner'
import { partnerCard } from './wire'

/** Who puts a card in the mail reads where to: an office of the city, until the card is there. */
const sends = ({ channel }: Partner, { card: { order } }: CardView): boolean =>
  (channel === 'counter' || channel === 'bureau') && isBeforeCollection(order) && order.way === 'mail'

/** The last order of a card that has one, as a partner is told of it. */
export const partnerOrder = async (view: CardView, call: Call<Partner>): Promise<OrderOnWire> => {
  const shown = await call.repository.orders.of(view)
  if (!shown) throw new TypeError('a card whose order was asked for has none')
  return orderOnWire(view, shown, sends(call.caller, view), call)
}

/** What came of something that was done to an order. */
export const orderDoneOnWire = async ({ already, view }: Changed, call: Call<Partner>): Promise<DataOf<'channel/collect'>> => ({
  result: already ? 'already' : 'done',
  card: partnerCard(view, call.caller),
  order: await partnerOrder(view, call),
})
