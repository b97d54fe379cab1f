import type { Card } from '@/domain/card'
import type { CardEvent } from '@/domain/events'
import { dueLapses } from '@/domain/lapse'
import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import { brokenAt, type ChainedEvent } from './chain'
import type { Database } from './database'
import { attestedName, saidBy } from './partner/attestation'
import { openPerson } from './person'
import { readCard } from './read'
import { viewFor, type CardView } from './views'

/** An event, and who acted, in clear: null where nobody is named (a file, the clock, the holder before a partner). */
export interface ActedEvent {
  readonly event: CardEvent
  readonly actorName: string | null
  /** The name of the partner whose word it is. */
  readonly partner: string | null
}

/** Newest first; `olderThan` goes on where a page ended, null when nothing older is left. */
export interface HistoryPage {
  readonly events: readonly ActedEvent[]
  readonly olderThan: number | null
}

export const page = `select e.seq, e.event, e.actor, p.sealed_person, a.sealed_applicant,
    ${saidBy} as partner from card_event e
  left join person p on p.person_key = e.actor
  left join attestation a on a.card_key = e.card_key and a.seq = e.seq
  where e.card_key = $1 and ($2::integer is null or e.seq < $2) order by e.seq desc limit $3`

/** Who stands behind an event: a person we know, or whom a partner saw. */
export interface ActorRow {
  readonly seq: number
  readonly actor: string
  readonly sealed_person: string | null
  readonly sealed_applicant: string | null
}

interface EventRow extends ActorRow {
  readonly event: CardEvent
  readonly partner: string | null
}

/** Their name, in clear; null where nobody is named. */
export const actorIn = (row: ActorRow, keys: Keys, cardKey: string): string | null => {
  const { seq, actor, sealed_person: person, sealed_applicant: applicant } = row
  return applicant === null ? person && openPerson(keys, actor, person).name : attestedName(keys, cardKey, seq, applicant)
}

/** A lapse that nothing has written down has happened all the same. */
const unwritten = (card: Card, now: number): ActedEvent[] => dueLapses(card, now).reverse().map((event) => ({ event, actorName: null, partner: null }))

/** Whether it was written down after the card was seen. */
const isWritten = (rows: readonly EventRow[], { event }: ActedEvent): boolean =>
  rows.some((row) => row.event.what === 'reportLapsed' && event.what === 'reportLapsed' && row.event.reportId === event.reportId)

/** Up to `size` events, newest first, of a card that has been seen. */
export const historyOf = async (
  { run }: Pick<Database, 'run'>, keys: Keys, { cardKey, card, now }: Pick<CardView, 'cardKey' | 'card' | 'now'>, size: number, olderThan: number | null,
): Promise<HistoryPage> => {
  // one more than asked for tells whether anything is left
  const rows = await run<EventRow>({ name: 'history', text: page, values: [cardKey, olderThan, size + 1] })
  const newest = olderThan === null ? unwritten(card, now).filter((lapse) => !isWritten(rows, lapse)) : []
  const wanted = size - newest.length
  const shown = rows.slice(0, wanted)
  const last = shown.at(-1)
  const events = shown.map((row) => ({ event: row.event, actorName: actorIn(row, keys, cardKey), partner: row.partner }))
  return { events: [...newest, ...events], olderThan: rows.length > wanted && last ? last.seq : null }
}

/** The same for a person. Refuses `notFound`, and whoever may not read what happened to the card. */
export const readHistory = async (
  database: Database, keys: Keys, caller: Caller, cardKey: string, size: number, olderThan: number | null,
): Promise<HistoryPage> =>
  historyOf(database, keys, viewFor('history', await readCard(database, caller, cardKey), keys, caller), size, olderThan)

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
