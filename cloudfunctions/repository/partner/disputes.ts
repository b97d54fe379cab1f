import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import type { Partner } from '../../runtime/partner'
import { clock, type Run } from '../database'
import { cardColumns } from '../facts'
import { viewOf, type CardView, type ViewRow } from '../views'

/** Where a page of the disputes ended. */
export interface DisputePlace {
  readonly openedAt: Instant
  readonly cardKey: string
}

/** Cards with a dispute that is open, and where the next page goes on, null when there is none. */
export interface DisputePage {
  readonly views: readonly CardView[]
  readonly next: DisputePlace | null
}

/** A city's are in the order of its index; each city gives no more than the page holds. */
const page = `select ${cardColumns()}, p.sealed_person, false as barred, ${clock} as now, 'cardholder' as relation, c.holder_key as actor_key,
    false as agreed, null as granted
  from unnest($1::text[]) o(city)
  cross join lateral (select d.card_key, d.opened_at from dispute d join card c on c.card_key = d.card_key
    where d.closed_at is null and d.city = o.city and (d.opened_at, d.card_key) > ($2::bigint, $3::text)
      and ($4::text is null or c.issuing_bank = $4) order by d.opened_at, d.card_key limit $5) k
  join card c on c.card_key = k.card_key join person p on p.person_key = c.holder_key
  order by k.opened_at, k.card_key limit $5`

const beginning: DisputePlace = { openedAt: 0, cardKey: '' }

/** Up to `size` open disputes of a partner's cities, of a bank's own cards alone, oldest first. */
export const openDisputes = async (run: Run, keys: Keys, { cities, bank }: Partner, size: number, after: DisputePlace | null): Promise<DisputePage> => {
  const { openedAt, cardKey } = after ?? beginning
  // one more than wanted tells whether anything is left
  const rows = await run<ViewRow>({ name: 'open-disputes', text: page, values: [cities, openedAt, cardKey, bank, size + 1] })
  const views = rows.slice(0, size).map((row) => viewOf(row, keys))
  const last = views.at(-1)
  const next = rows.length > size && last?.card.dispute ? { openedAt: last.card.dispute.at, cardKey: last.cardKey } : null
  return { views, next }
}

const find = 'select from dispute where card_key = $1 and dispute_id = $2'

/** Whether a card ever had this dispute, open or closed. */
export const hasDispute = async (run: Run, cardKey: string, disputeId: string): Promise<boolean> =>
  (await run({ name: 'find-dispute', text: find, values: [cardKey, disputeId] })).length > 0
