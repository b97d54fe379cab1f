import { brokenAt, type ChainedEvent } from '../../chain'
import type { Session } from '../../import/session'
import type { KeyRange } from './parts'

/** An event with its card's own word on how far its chain goes; null where the card is gone. */
interface Row extends ChainedEvent {
  readonly card_key: string
  readonly version: number | null
  readonly head: string | null
  /** It is a leaf of a head, or will be one of the next. */
  readonly is_awaited: boolean
}

/** What came of the cards that were looked at: the first place that does not hold, in words, or null. */
export interface Walked {
  readonly cards: number
  readonly events: number
  readonly broken: string | null
}

/** Rows that are held at once. */
const page = 5_000

const declare = `declare events no scroll cursor for
  select e.card_key, e.seq, e.event::text as event, e.actor, e.previous, e.hash, c.version, c.head,
    (l.card_key is not null or p.card_key is not null) as is_awaited
  from card_event e left join card c on c.card_key = e.card_key
  left join audit_leaf l on l.card_key = e.card_key and l.seq = e.seq
  left join audit_pending p on p.card_key = e.card_key and p.seq = e.seq
  where e.card_key >= $1 and ($2::text is null or e.card_key < $2) order by e.card_key, e.seq`

const bare = `select c.card_key from card c where c.card_key >= $1 and ($2::text is null or c.card_key < $2)
  and not exists (select from card_event e where e.card_key = c.card_key) limit 1`

const brokenIn = (rows: readonly Row[]): string | null => {
  const last = rows.at(-1)
  if (!last) return null
  const { card_key: cardKey, version, head } = last
  if (version === null || head === null) return `card ${cardKey}: its events are there, and the card itself is not`
  const seq = brokenAt(cardKey, rows, { seq: version, hash: head })
  if (seq !== null) return `card ${cardKey}: the chain does not hold at event ${seq}`
  return last.is_awaited ? null : `card ${cardKey}: event ${last.seq} stands in no head, and waits for none`
}

/** The rows of one card after the other. */
async function* cardsIn(session: Session, { from, to }: KeyRange): AsyncGenerator<readonly Row[]> {
  await session.query(declare, [from, to])
  let held: Row[] = []
  for (let rows = await session.query<Row>(`fetch ${page} from events`); rows.length > 0; rows = await session.query<Row>(`fetch ${page} from events`)) {
    for (const row of rows) {
      if (held.length > 0 && held[0]?.card_key !== row.card_key) {
        yield held
        held = []
      }
      held.push(row)
    }
  }
  await session.query('close events')
  if (held.length > 0) yield held
}

/** Checks every card of a range, one after the other, up to the first that does not hold. */
export const walkChains = async (session: Session, range: KeyRange, onEvents: (count: number) => void): Promise<Walked> => {
  let [cards, events, broken]: [number, number, string | null] = [0, 0, null]
  for await (const rows of cardsIn(session, range)) {
    broken = brokenIn(rows)
    if (broken !== null) break
    cards += 1
    events += rows.length
    onEvents(rows.length)
  }
  const [without] = broken === null ? await session.query<{ card_key: string }>(bare, [range.from, range.to]) : []
  return { cards, events, broken: without ? `card ${without.card_key}: none of its events is there` : broken }
}
