import { consentState, hasComeOfAge } from '@/domain/dependants'
import { bornOn } from '@/domain/id-number'
import type { Notice } from '@/domain/notices'
import { policyOf, type CityCode } from '@/domain/policies'
import { civilDate, yearsBetween, type Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import type { Log } from '../../runtime/log'
import { clock, inTransaction, type Database, type Run } from '../database'
import { appendToFeed } from '../feed'
import { openPerson } from '../person'
import { notAside, partAside, setAside, takeUp } from './aside'

/** Notices that one transaction hands on. */
export const batch = 200

/** One instance at a time hands notices on, so that they are told in the order in which the cards changed. */
const relayLock = 7_204_113

/** The time is asked for once, so that the index is read up to it and no further: many warnings wait for theirs. */
const take = `select o.card_key, o.seq, o.part, o.notice, c.holder_key, c.city, p.sealed_person, c.sealed_number, ${clock} as now,
    o.notice ->> 'about' = 'lapsesSoon' and not exists (select from loss_report r where r.card_key = o.card_key
      and r.report_id = o.notice ->> 'reportId' and r.ended_at is null and r.lapses_at > ${clock}) as is_moot,
    (select json_agg(json_build_object('key', w.guardian_key, 'agreed', exists (select from consent s
      where s.person_key = w.guardian_key and s.what = 'child' and s.subject_key = w.ward_key and s.withdrawn_at is null)))
      from guardianship w where w.ward_key = c.holder_key) as guardians
  from outbox o join card c on c.card_key = o.card_key join person p on p.person_key = c.holder_key
  where o.sent_at is null and o.due_at <= (select ${clock}) and ${notAside('telling', 'o.card_key')} order by o.due_at, o.card_key, o.seq, o.part limit ${batch}`

const tell = `insert into message (person_key, message_id, card_key, seq, part, notice, at)
  select t.person_key, md5(t.person_key || '.' || t.card_key || '.' || t.seq || '.' || t.part), t.card_key, t.seq, t.part, t.notice::json, ${clock}
  from unnest($1::text[], $2::text[], $3::integer[], $4::integer[], $5::text[]) with ordinality t(person_key, card_key, seq, part, notice, place)
  order by t.place on conflict do nothing`
const done = `update outbox o set sent_at = ${clock} from unnest($1::text[], $2::integer[], $3::integer[]) t(card_key, seq, part)
  where o.card_key = t.card_key and o.seq = t.seq and o.part = t.part`

interface DueRow {
  readonly card_key: string
  readonly seq: number
  readonly part: number
  readonly notice: Notice
  readonly holder_key: string
  readonly city: CityCode
  readonly sealed_person: string
  readonly sealed_number: string
  readonly now: Instant
  readonly is_moot: boolean
  readonly guardians: readonly { readonly key: string; readonly agreed: boolean }[] | null
}

/** Who cares for the holder now, and has agreed to what is kept of them where the privacy law asks for it. */
const caringFor = ({ guardians, ...row }: DueRow, keys: Keys): readonly string[] => {
  if (!guardians) return []
  const born = bornOn(openPerson(keys, row.holder_key, row.sealed_person).idNumber)
  const policy = policyOf(row.city)
  if (hasComeOfAge(born, policy, row.now)) return []
  const age = yearsBetween(born, civilDate(row.now))
  return guardians.filter(({ agreed }) => consentState(age, agreed, policy) !== 'needed').map(({ key }) => key)
}

const peopleOf = (row: DueRow, keys: Keys): readonly string[] => [row.holder_key, ...caringFor(row, keys)]

/** All that telling it opens, the feed's reader included. */
const open = (keys: Keys) => (row: DueRow): void => {
  peopleOf(row, keys)
  openPerson(keys, row.holder_key, row.sealed_person)
  keys.open(row.sealed_number, row.card_key)
}

const tellAll = async (run: Run, keys: Keys, rows: readonly DueRow[]): Promise<void> => {
  const told = rows.filter((row) => !row.is_moot).flatMap((row) => peopleOf(row, keys).map((person) => ({ person, ...row })))
  const column = <T>(of: (one: (typeof told)[number]) => T) => told.map(of)
  await run({
    name: 'tell',
    text: tell,
    values: [column((one) => one.person), column((one) => one.card_key), column((one) => one.seq), column((one) => one.part), column((one) => JSON.stringify(one.notice))],
  })
  const happened = rows.filter(({ notice }) => notice.about !== 'lapsesSoon').map(({ card_key: cardKey, seq }) => ({ cardKey, seq }))
  await appendToFeed(run, happened)
  await run({ name: 'told', text: done, values: [rows.map((row) => row.card_key), rows.map((row) => row.seq), rows.map((row) => row.part)] })
}

/**
 * Puts what is due before the people it concerns and at the feed's end, each event once a person: a warning whose report has ended meanwhile is told to nobody.
 * A card of which something cannot be opened is set aside,
 * and told in its order once it can. Gives how many notices it took; fewer than `batch` when none are left, or when another instance is at it. Ended at any point, nothing is
 * lost and nothing told twice.
 */
export const tellDue = async (database: Database, keys: Keys, log: Log): Promise<number> =>
  (await inTransaction(database, async (run) => {
    const [lock] = await run<{ held: boolean }>({ name: 'hold-relay', text: 'select pg_try_advisory_xact_lock($1) as held', values: [relayLock] })
    if (!lock?.held) return 0
    const rows = await run<DueRow>({ name: 'due-notices', text: take, values: [] })
    const { good, aside } = partAside(rows, open(keys))
    await setAside(run, log, 'telling', aside)
    if (good.length > 0) {
      await takeUp(run, 'telling', good.map((row) => row.card_key))
      await tellAll(run, keys, good)
    }
    return rows.length
  })) ?? 0
