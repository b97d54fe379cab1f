import type { ReissueOrder } from '@/domain/reissue'
import type { OrderState } from '@/domain/reissue/words'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import type { OrderPrivateTable } from '../schema'
import type { CardView } from '../views'
import { partsIn, withinYear } from './facts'
import type { KeptParts } from './parts'

/** A state that an order came to, and when. */
export interface OrderStep {
  readonly state: OrderState
  readonly at: Instant
}

/** An order, how it came to where it stands, the oldest step first, and what goes with it, in clear: mask it. */
export interface OrderView {
  readonly order: ReissueOrder
  readonly steps: readonly OrderStep[]
  readonly parts: KeptParts
}

/** Steps of one order are found by its id in the events of its card alone. */
const text = `select
  (select json_agg(json_build_object('state', coalesce(e.event->>'to', e.event->'order'->>'state'), 'at', (e.event->>'at')::bigint) order by e.seq)
    from card_event e where e.card_key = $1 and $2 in (e.event->'order'->>'id', e.event->>'orderId')
      and e.event->>'what' <> 'addressChanged') as steps,
  (select json_agg(o) from order_private o where o.card_key = $1 and o.reissue_id = $2) as order_parts`

interface Row {
  readonly steps: readonly OrderStep[] | null
  readonly order_parts: readonly OrderPrivateTable[] | null
}

/** The last order of a card that has been seen; null where there was never one. Of steps that came later than what was seen it says nothing. */
export const orderOf = async (run: Run, keys: Keys, { cardKey, card: { order } }: Pick<CardView, 'cardKey' | 'card'>): Promise<OrderView | null> => {
  if (!order) return null
  const [row] = await run<Row>({ name: 'order', text, values: [cardKey, order.id] })
  const steps = (row?.steps ?? []).filter(({ at }) => at <= order.movedAt)
  return { order, steps, parts: partsIn(keys, { order_parts: row?.order_parts ?? null }, order.id) }
}

const count = `select ${withinYear('$1')} from card c where c.card_key = $1`

/** How many orders of a card were accepted within the last year. */
export const acceptedWithinYear = async (run: Run, cardKey: string): Promise<number> => {
  const [row] = await run<{ within_year: number }>({ name: 'accepted-within-year', text: count, values: [cardKey] })
  return row?.within_year ?? 0
}
