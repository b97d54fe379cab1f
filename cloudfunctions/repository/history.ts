import type { Card } from '@/domain/card'
import type { CardEvent } from '@/domain/events'
import { dueLapses } from '@/domain/lapse'
import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import { brokenAt, type ChainedEvent } from './chain'
import type { Database } from './database'
import { openPerson } from './person'
import { readCard } from './read'
import { viewFor } from './views'

/** An event, and who acted: sealed under its person's key, null where that was no person we know (a file, the clock). */
export interface ActedEvent {
  readonly event: CardEvent
  readonly actorName: string | null
}

/** Newest first; `olderThan` goes on where a page ended, null when nothing older is left. */
export interface HistoryPage {
  readonly events: readonly ActedEvent[]
  readonly olderThan: number | null
}

const page = `select e.seq, e.event, e.actor, p.sealed_person from card_event e left join person p on p.person_key = e.actor
  where e.card_key = $1 and ($2::integer is null or e.seq < $2) order by e.seq desc limit $3`

interface EventRow {
  readonly seq: number
  readonly event: CardEvent
  readonly actor: string
  readonly sealed_person: string | null
}

const actedIn = ({ event, actor, sealed_person: sealed }: EventRow, keys: Keys): ActedEvent =>
  ({ event, actorName: sealed && openPerson(keys, actor, sealed).name })

/** A lapse that nothing has written down has happened all the same. */
const unwritten = (card: Card, now: number): ActedEvent[] => dueLapses(card, now).reverse().map((event) => ({ event, actorName: null }))

/** Up to `size` events of a card. Refuses `notFound`, and whoever may not read what happened to it. */
export const readHistory = async (
  database: Database, keys: Keys, caller: Caller, cardKey: string, size: number, olderThan: number | null,
): Promise<HistoryPage> => {
  const { card, now } = viewFor('history', await readCard(database, caller, cardKey), keys, caller)
  const newest = olderThan === null ? unwritten(card, now) : []
  const wanted = size - newest.length
  // one more than wanted tells whether anything is left
  const rows = await database.run<EventRow>({ name: 'history', text: page, values: [cardKey, olderThan, wanted + 1] })
  const shown = rows.slice(0, wanted)
  const last = shown.at(-1)
  return { events: [...newest, ...shown.map((row) => actedIn(row, keys))], olderThan: rows.length > wanted && last ? last.seq : null }
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
