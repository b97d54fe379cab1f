import type { OrderState } from '@/domain/reissue'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import type { Partner } from '../../runtime/partner'
import { clock, type Run } from '../database'
import { hashArrays } from '../directory'
import { cardColumns } from '../facts'
import { viewOf, type CardView, type ViewRow } from '../views'

/** Where a page of the orders ended. */
export interface OrderPlace {
  readonly movedAt: Instant
  readonly cardKey: string
}

/** Cards with an order that goes on, and where the next page goes on, null when there is none. */
export interface OrderPage {
  readonly views: readonly CardView[]
  readonly next: OrderPlace | null
}

/** A city's in one state are in the order of their index; each gives no more than the page holds. */
const page = `select ${cardColumns()}, p.sealed_person, false as barred, ${clock} as now, 'cardholder' as relation, '' as actor_key,
    false as agreed, null as granted
  from unnest($1::text[]) o(city) cross join unnest($2::text[]) s(state)
  cross join lateral (select i.card_key, i.moved_at from reissue i where i.city = o.city and i.state = s.state and i.closed_at is null
      and (i.moved_at, i.card_key) > ($3::bigint, $4::text) and ($5::text is null or i.bank = $5) order by i.moved_at, i.card_key limit $6) k
  join card c on c.card_key = k.card_key join person p on p.person_key = c.holder_key
  order by k.moved_at, k.card_key limit $6`

const beginning: OrderPlace = { movedAt: 0, cardKey: '' }

/** Up to `size` orders of a partner's cities in one of the states, a bank's those whose card it makes, the longest waiting first. */
export const ordersFor = async (
  run: Run, keys: Keys, { cities, bank }: Partner, states: readonly OrderState[], size: number, after: OrderPlace | null,
): Promise<OrderPage> => {
  const { movedAt, cardKey } = after ?? beginning
  // one more than wanted tells whether anything is left
  const rows = await run<ViewRow>({ name: 'orders-for-partner', text: page, values: [cities, [...new Set(states)], movedAt, cardKey, bank, size + 1] })
  const views = rows.slice(0, size).map((row) => viewOf(row, keys))
  const last = views.at(-1)
  const next = rows.length > size && last?.card.order ? { movedAt: last.card.order.movedAt, cardKey: last.cardKey } : null
  return { views, next }
}

const taken = `select from unnest($1::text[], $2::text[]) h(hash, key_id)
  join card_directory d on d.number_hash = h.hash and d.hash_key_id = h.key_id join card c on c.card_key = d.card_key
  where c.card_key = $3 or c.holder_key <> (select o.holder_key from card o where o.card_key = $3)`

/** Whether a number cannot be that of a card's new card: it is the card's own, or somebody else's. */
export const isTaken = async (run: Run, keys: Keys, cardKey: string, number: string): Promise<boolean> =>
  (await run({ name: 'number-taken', text: taken, values: [...hashArrays(keys.hashes('cardNumber', number)), cardKey] })).length > 0
