import type { CardEvent } from '@/domain/events'
import type { CityCode } from '@/domain/policies'
import { minute } from '@/domain/units'
import type { Keys } from '../runtime/keys'
import type { Log } from '../runtime/log'
import type { Partner } from '../runtime/partner'
import { clock, type Run } from './database'

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

/** From the first entry on that was passed over; known before, nothing is written. */
const passOver = `insert into set_aside as a (card_key, work, since, tries, next_at, position)
  select t.card_key, 'feed', ${clock}, 1, ${clock} + ${minute}, min(t.position) from unnest($1::text[], $2::bigint[]) t(card_key, position) group by t.card_key
  on conflict (card_key, work) do update set position = excluded.position where a.position > excluded.position returning card_key`

const openOrNot = (keys: Keys, { card_key: cardKey, sealed_number: sealed, ...row }: Row): FeedEvent | null => {
  try {
    return { ...row, cardKey, number: keys.open(sealed, cardKey) }
  } catch {
    return null
  }
}

/** What can be read. What cannot is passed over, and put at the feed's end once it can; the log tells which card by its key. */
const readable = async (run: Run, keys: Keys, log: Log, rows: readonly Row[]): Promise<FeedEvent[]> => {
  const [events, passed]: [FeedEvent[], Row[]] = [[], []]
  for (const row of rows) {
    const event = openOrNot(keys, row)
    if (event) events.push(event)
    else passed.push(row)
  }
  if (passed.length === 0) return events
  const aside = await run<{ card_key: string }>({ name: 'pass-over', text: passOver, values: [passed.map((row) => row.card_key), passed.map((row) => row.position)] })
  for (const { card_key: reason } of aside) log.error({ operation: 'feed', code: 'setAside', reason })
  return events
}

/**
 * Up to `limit` events after a position, of the partner's cities, and for a bank of its own cards. Among much that concerns others there may
 * be none although there are some further on: then the position has moved all the same. A card whose number cannot be read holds up no other.
 */
export const feedAfter = async (
  run: Run, keys: Keys, log: Log, { cities, bank }: Pick<Partner, 'cities' | 'bank'>, position: number, limit: number,
): Promise<FeedPage> => {
  const [ahead] = await run<{ reached: number | null }>({ name: 'feed-reach', text: upTo, values: [position] })
  const reached = ahead?.reached ?? null
  if (reached === null) return { events: [], position }
  const rows = await run<Row>({ name: 'feed-after', text: after, values: [position, reached, cities, bank, limit] })
  return { events: await readable(run, keys, log, rows), position: rows.length < limit ? reached : rows.at(-1)?.position ?? reached }
}
