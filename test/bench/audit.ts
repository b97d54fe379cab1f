import type pg from 'pg'
import { verifyRecord } from '../../cloudfunctions/repository'
import { verifyWithin } from '../../cloudfunctions/repository/audit/verify'
import type { Services } from '../../cloudfunctions/runtime/services'
import { eventsOfEach, fill } from './audit/fill'
import { median } from './median'
import type { Options } from './options'
import type { Row } from './table'
import { withDatabase } from './with-database'

/** One byte, or one row, somewhere in the middle. */
const alterationsAt = (middle: string): string[] => [
  `update card_event set event = replace(event::text, 'wechat', 'wechax')::json where seq = 3 and card_key = ${middle}`,
  `update card_event set actor = overlay(actor placing '~' from 5) where seq = 3 and card_key = ${middle}`,
  `update card_event set hash = overlay(hash placing 'x' from 5) where seq = ${eventsOfEach} and card_key = ${middle}`,
  `update card set head = overlay(head placing 'x' from 5) where card_key = ${middle}`,
  `delete from card_event where seq = ${eventsOfEach} and card_key = ${middle}`,
  `update audit_head set digest = overlay(digest placing 'x' from 5) where position = (select max(position) / 2 from audit_head)`,
  'delete from audit_head where position = (select max(position) from audit_head)',
]

const signAll = async ({ repository, config: { auditKeys: [key] } }: Services): Promise<void> => {
  while (key && (await repository.audit.signNext(key))) continue
}

/** Checks what one session sees, so that the alteration can be undone. Throws where it is not found. */
const findAltered = async (client: pg.Client, { config: { auditKeys: keys } }: Services, alteration: string): Promise<void> => {
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(alteration)
  const query = async <Result>(text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as Result[]
  const request = { keys, known: null, part: { nth: 1, of: 1 }, onEvents: () => undefined }
  const { broken } = await verifyWithin({ query, now: async () => 0 }, request)
  await client.query('rollback')
  if (broken.length === 0) throw new Error(`not found: ${alteration}`)
}

const check = ({ config: { databaseUrl, auditKeys: keys } }: Services) =>
  verifyRecord(databaseUrl, { keys, known: null, part: { nth: 1, of: 1 }, onEvents: () => undefined })

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** Every card's events in their order, read out by the server and thrown away. */
const readOut = `copy (select * from card_event order by card_key, seq) to '/dev/null'`
const rounds = 3

/** How fast a record is checked whole, each of whose alterations is found, against the server's own reading of its events. */
export const measureAudit = ({ events }: Options): Promise<Row[]> =>
  withDatabase(async ({ services, client }) => {
    await fill(client, Math.ceil(events / eventsOfEach))
    await signAll(services)
    await client.query('vacuum analyze')
    const taken: { ours: number; theirs: number }[] = []
    for (let round = 0; round < rounds; round += 1) taken.push({ theirs: await secondsOf(() => client.query(readOut)), ours: await secondsOf(() => check(services)) })
    const alterations = alterationsAt(`(select card_key from card order by card_key offset ${Math.floor(events / eventsOfEach / 2)} limit 1)`)
    for (const alteration of alterations) await findAltered(client, services, alteration)
    const [ours, theirs] = [events / median(taken.map((one) => one.ours)), events / median(taken.map((one) => one.theirs))]
    return [{ what: `audit of ${events} events, ${alterations.length} alterations found`, ours: `${ours.toFixed(0)} events/s`, baseline: `read out by COPY ${theirs.toFixed(0)} events/s`, ratio: ours / theirs }]
  })
