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

/** How much of the feed one reading looks through for what concerns a partner. */
const reach = 2000

const upTo = `select max(position) as reached from (select position from feed where position > $1 order by position limit ${reach}) ahead`
const after = `select f.position, f.card_key, f.city, e.event, c.sealed_number from feed f
  join card_event e on e.card_key = f.card_key and e.seq = f.seq join card c on c.card_key = f.card_key
  where f.position > $1 and f.position <= $2 and f.city = any($3::text[]) and ($4::text is null or f.issuing_bank = $4) order by f.position limit $5`

interface Row {
  readonly position: number
  readonly card_key: string
  readonly city: CityCode
  readonly event: CardEvent
  readonly sealed_number: string
}

/** What was found, and how far the feed was looked through: from there one goes on. It stays where it was once nothing is left. */
export interface FeedPage {
  readonly events: readonly FeedEvent[]
  readonly position: number
}

/**
 * Up to `limit` events after a position, of the partner's cities, and for a bank of its own cards. Among much that concerns others there may
 * be none although there are some further on: then the position has moved all the same.
 */
export const feedAfter = async (run: Run, keys: Keys, { cities, bank }: Pick<Partner, 'cities' | 'bank'>, position: number, limit: number): Promise<FeedPage> => {
  const [ahead] = await run<{ reached: number | null }>({ name: 'feed-reach', text: upTo, values: [position] })
  const reached = ahead?.reached ?? null
  if (reached === null) return { events: [], position }
  const rows = await run<Row>({ name: 'feed-after', text: after, values: [position, reached, cities, bank, limit] })
  const events = rows.map(({ card_key: cardKey, sealed_number: sealed, ...row }) => ({ ...row, cardKey, number: keys.open(sealed, cardKey) }))
  return { events, position: events.length < limit ? reached : events.at(-1)?.position ?? reached }
}
