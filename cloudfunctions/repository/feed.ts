import type { CardEvent } from '@/domain/events'
import type { CityCode } from '@/domain/policies'
import type { Keys } from '../runtime/keys'
import type { Partner } from '../runtime/partner'
import type { Run } from './database'

/** Something that happened to a card, where it stands in the feed. `number` is clear: hash it. */
export interface FeedEvent {
  readonly position: number
  readonly cardKey: string
  readonly number: string
  readonly city: CityCode
  readonly event: CardEvent
}

const append = `insert into feed (position, card_key, seq, city, issuing_bank)
  select coalesce((select position from feed where position > 0 order by position desc limit 1), 0) + row_number() over (order by t.place), t.card_key, t.seq, c.city, c.issuing_bank
  from unnest($1::text[], $2::integer[]) with ordinality t(card_key, seq, place) join card c on c.card_key = t.card_key`

/**
 * Puts events at the feed's end, in the order given. Only within the transaction that hands notices on, one at a time: so positions are in the
 * order in which they become visible, and no reader ever passes over one.
 */
export const appendToFeed = async (run: Run, entries: readonly { readonly cardKey: string; readonly seq: number }[]): Promise<void> => {
  if (entries.length === 0) return
  await run({ name: 'append-to-feed', text: append, values: [entries.map(({ cardKey }) => cardKey), entries.map(({ seq }) => seq)] })
}

const after = `select f.position, f.card_key, f.city, e.event, c.sealed_number from feed f
  join card_event e on e.card_key = f.card_key and e.seq = f.seq join card c on c.card_key = f.card_key
  where f.position > $1 and f.city = any($2::text[]) and ($3::text is null or f.issuing_bank = $3) order by f.position limit $4`

interface Row {
  readonly position: number
  readonly card_key: string
  readonly city: CityCode
  readonly event: CardEvent
  readonly sealed_number: string
}

/** Up to `limit` events after a position, of the partner's cities, and for a bank of its own cards. */
export const feedAfter = async (run: Run, keys: Keys, { cities, bank }: Partner, position: number, limit: number): Promise<FeedEvent[]> => {
  const rows = await run<Row>({ name: 'feed-after', text: after, values: [position, cities, bank, limit] })
  return rows.map(({ card_key: cardKey, sealed_number: sealed, ...row }) => ({ ...row, cardKey, number: keys.open(sealed, cardKey) }))
}
