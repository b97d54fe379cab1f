import type { Card } from '@/domain/card'
import type { CardEvent } from '@/domain/events'
import { dueLapses } from '@/domain/lapse'
import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import { brokenAt, type ChainedEvent } from './chain'
import type { Database } from './database'
import { readCard } from './read'
import { viewOf } from './views'

/** Newest first; `olderThan` goes on where a page ended, null when nothing older is left. */
export interface HistoryPage {
  readonly events: readonly CardEvent[]
  readonly olderThan: number | null
}

const page = 'select seq, event from card_event where card_key = $1 and ($2::integer is null or seq < $2) order by seq desc limit $3'

/** A lapse that nothing has written down has happened all the same. */
const unwritten = (card: Card, now: number): CardEvent[] => dueLapses(card, now).reverse()

/** Up to `size` events of a card. Refuses `notFound`. */
export const readHistory = async (
  database: Database, keys: Keys, caller: Caller, cardKey: string, size: number, olderThan: number | null,
): Promise<HistoryPage> => {
  const { card, now } = viewOf(await readCard(database, caller, cardKey), keys)
  const newest = olderThan === null ? unwritten(card, now) : []
  const wanted = size - newest.length
  // one more than wanted tells whether anything is left
  const rows = await database.run<{ seq: number; event: CardEvent }>({ name: 'history', text: page, values: [cardKey, olderThan, wanted + 1] })
  const shown = rows.slice(0, wanted)
  const last = shown.at(-1)
  return { events: [...newest, ...shown.map(({ event }) => event)], olderThan: rows.length > wanted && last ? last.seq : null }
}

/** Checks a card's chain of events: the seq of the first that does not hold, or null. */
export const verifyHistory = async ({ run }: Database, cardKey: string): Promise<number | null> => {
  const links = await run<ChainedEvent>({
    name: 'chain',
    text: 'select seq, event::text as event, actor, previous, hash from card_event where card_key = $1 order by seq',
    values: [cardKey],
  })
  const [head] = await run<{ seq: number; hash: string }>({
    name: 'head',
    text: 'select version as seq, head as hash from card where card_key = $1',
    values: [cardKey],
  })
  return brokenAt(cardKey, links, head ?? { seq: 0, hash: '' })
}
