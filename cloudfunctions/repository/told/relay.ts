import { sendAt, type Notice } from '@/domain/notices'
import { policyOf } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import type { Log } from '../../runtime/log'
import { clock, inTransaction, type Database, type Run } from '../database'
import { appendToFeed } from '../feed'
import { openPerson } from '../person'
import type { Queue } from '../queue'
import { notAside, partAside, setAside, takeUp } from './aside'
import { concerned, holderColumns, isMoot, type HolderRow } from './caring'
import { catchUp } from './passed-over'

/** Notices that one transaction hands on. */
export const batch = 200

/** One instance at a time hands notices on, so that they are told in the order in which the cards changed. */
const relayLock = 7_204_113

/** The time is asked for once, so that the index is read up to it and no further: many warnings wait for theirs. */
const take = `select o.card_key, o.seq, o.part, o.notice, o.request_id, ${clock} as now, ${isMoot('o.notice', 'o.card_key', clock)} as is_moot, c.sealed_number, ${holderColumns}
  from outbox o join card c on c.card_key = o.card_key join person p on p.person_key = c.holder_key
  where o.sent_at is null and o.due_at <= (select ${clock}) and ${notAside('telling', 'o.card_key')} order by o.due_at, o.card_key, o.seq, o.part limit ${batch}`

/** Whatever somebody is told is delivered to them as well, as far as they can be reached. */
const tell = `with told as (
    insert into message (person_key, message_id, card_key, seq, part, notice, at, request_id)
    select t.person_key, md5(t.person_key || '.' || t.card_key || '.' || t.seq || '.' || t.part), t.card_key, t.seq, t.part, t.notice::json, ${clock}, t.request_id
    from unnest($1::text[], $2::text[], $3::integer[], $4::integer[], $5::text[], $6::text[]) with ordinality
      t(person_key, card_key, seq, part, notice, request_id, place)
    order by t.place on conflict do nothing returning person_key, message_id, card_key, seq, part
  ), delivered as (insert into delivery (person_key, message_id, state, at) select person_key, message_id, 'waiting', ${clock} from told)
  select person_key as "personKey", message_id as "messageId", card_key, seq, part from told`
const done = `update outbox o set sent_at = ${clock} from unnest($1::text[], $2::integer[], $3::integer[]) t(card_key, seq, part)
  where o.card_key = t.card_key and o.seq = t.seq and o.part = t.part`

interface Place {
  readonly card_key: string
  readonly seq: number
  readonly part: number
}
interface DueRow extends Place, HolderRow {
  readonly notice: Notice
  /** The request that it came of. */
  readonly request_id: string | null
  readonly sealed_number: string
  readonly now: Instant
  readonly is_moot: boolean
}
interface ToldRow extends Place {
  readonly personKey: string
  readonly messageId: string
}

const placeOf = ({ card_key: cardKey, seq, part }: Place): string => `${cardKey}.${seq}.${part}`

/** Each message is sent once the hours allow it. */
const putToSend = (queue: Queue, run: Run, rows: readonly DueRow[], told: readonly ToldRow[]): Promise<void> => {
  const startOf = new Map(rows.map((row) => [placeOf(row), sendAt(row.notice.about, row.now, policyOf(row.city))]))
  return queue.put(run, told.map(({ personKey, messageId, ...place }) => ({ personKey, messageId, startAfter: startOf.get(placeOf(place)) ?? 0 })))
}

/** All that telling it opens, the feed's reader included. */
const open = (keys: Keys) => (row: DueRow): void => {
  concerned(row, keys, row.now)
  openPerson(keys, row.holder_key, row.sealed_person)
  keys.open(row.sealed_number, row.card_key)
}

const tellAll = async (run: Run, keys: Keys, queue: Queue, log: Log, rows: readonly DueRow[]): Promise<void> => {
  const told = rows.filter((row) => !row.is_moot).flatMap((row) => concerned(row, keys, row.now).map((person) => ({ person, ...row })))
  const column = <T>(of: (one: (typeof told)[number]) => T) => told.map(of)
  const messages = await run<ToldRow>({
    name: 'tell',
    text: tell,
    values: [
      column((one) => one.person), column((one) => one.card_key), column((one) => one.seq), column((one) => one.part), column((one) => JSON.stringify(one.notice)),
      column((one) => one.request_id),
    ],
  })
  await putToSend(queue, run, rows, messages)
  const happened = rows.filter(({ notice }) => notice.about !== 'lapsesSoon').map(({ card_key: cardKey, seq }) => ({ cardKey, seq }))
  await appendToFeed(run, happened)
  for (const { request_id: requestId } of rows) log.debug({ operation: 'telling', code: 'told', ...(requestId && { requestId }) })
  await run({ name: 'told', text: done, values: [rows.map((row) => row.card_key), rows.map((row) => row.seq), rows.map((row) => row.part)] })
}

/**
 * Puts what is due before the people it concerns, in line to be sent to them, and at the feed's end, each event once a person: a warning whose
 * report has ended meanwhile is told to nobody. A card of which something cannot be opened is set aside, and told in its order once it can.
 * Gives how many notices it took; fewer than `batch` when none are left, or when another instance is at it. Ended at any point, nothing is
 * lost and nothing told twice.
 */
export const tellDue = async (database: Database, keys: Keys, queue: Queue, log: Log): Promise<number> =>
  (await inTransaction(database, async (run) => {
    const [lock] = await run<{ held: boolean }>({ name: 'hold-relay', text: 'select pg_try_advisory_xact_lock($1) as held', values: [relayLock] })
    if (!lock?.held) return 0
    const rows = await run<DueRow>({ name: 'due-notices', text: take, values: [] })
    const { good, aside } = partAside(rows, open(keys))
    await setAside(run, log, 'telling', aside)
    await catchUp(run, keys, log, good.map((row) => row.card_key))
    if (good.length > 0) {
      await takeUp(run, 'telling', good.map((row) => row.card_key))
      await tellAll(run, keys, queue, log, good)
    }
    return rows.length
  })) ?? 0
