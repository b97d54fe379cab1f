import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import { openParts, type OrderParts } from '../order/parts'
import { photoOf } from '../order/photo'
import type { OrderPrivateTable, ReissueTable } from '../schema'

/** An order of one's card with what goes with it, the photo as base64. Clear. */
export interface OwnOrder extends Pick<ReissueTable, 'kind' | 'reason' | 'way' | 'bank' | 'state' | 'applied_at' | 'accepted_at' | 'moved_at'> {
  readonly parts: Pick<OrderParts, 'address' | 'outlet' | 'trackingNumber'>
  readonly photo: string | null
}

type Row = Omit<OwnOrder, 'parts' | 'photo'> & { readonly parts: OrderPrivateTable | null }

const text = `select i.kind, i.reason, i.way, i.bank, i.state, i.applied_at, i.accepted_at, i.moved_at, row_to_json(o) as parts
  from reissue i left join order_private o on o.card_key = i.card_key and o.reissue_id = i.reissue_id
  where i.card_key = $1 order by coalesce(i.applied_at, i.accepted_at)`

/** The orders of a card, the first one first. */
export const ordersOf = async (run: Run, keys: Keys, cardKey: string): Promise<OwnOrder[]> => {
  const orders: OwnOrder[] = []
  // one after the other, on the one connection of the transaction
  for (const { parts: row, ...order } of await run<Row>({ name: 'own-orders', text, values: [cardKey] })) {
    const { address, outlet, trackingNumber } = row ? openParts(keys, row) : {}
    const photo = row?.photo_id ? await photoOf(run, keys, cardKey, row.photo_id) : null
    orders.push({ ...order, parts: { address, outlet, trackingNumber }, photo })
  }
  return orders
}
