import { chmodSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startDatabase } from '../../cloudfunctions/host/database'
import { verifyRecord } from '../../cloudfunctions/repository'
import { verifyWithin } from '../../cloudfunctions/repository/audit/verify'
import { openServices, type Services } from '../../cloudfunctions/runtime/services'
import { testConfig } from '../support/record/keys'
import { eventsOfEach, fill } from './audit/fill'

/** `npm run bench:audit -- EVENTS`: how long it takes to write, sign and check so many events, and how much memory checking takes. */
const events = Number(process.argv[2] ?? 1_000_000)

/** One byte, or one row, somewhere in the middle. */
const middle = `(select card_key from card order by card_key offset ${Math.floor(events / eventsOfEach / 2)} limit 1)`
const alterations = [
  `update card_event set event = replace(event::text, 'wechat', 'wechax')::json where seq = 3 and card_key = ${middle}`,
  `update card_event set actor = overlay(actor placing '~' from 5) where seq = 3 and card_key = ${middle}`,
  `update card_event set hash = overlay(hash placing 'x' from 5) where seq = ${eventsOfEach} and card_key = ${middle}`,
  `update card set head = overlay(head placing 'x' from 5) where card_key = ${middle}`,
  `delete from card_event where seq = ${eventsOfEach} and card_key = ${middle}`,
  `update audit_head set digest = overlay(digest placing 'x' from 5) where position = (select max(position) / 2 from audit_head)`,
  'delete from audit_head where position = (select max(position) from audit_head)',
]

const timed = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
  const started = performance.now()
  const result = await work()
  console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return result
}

const signAll = async ({ repository, config: { auditKeys: [key] } }: Services): Promise<void> => {
  while (key && (await repository.audit.signNext(key))) continue
}

/** Checks what one session sees, so that the alteration can be undone. */
const findAltered = async (client: pg.Client, { config: { auditKeys: keys } }: Services, alteration: string): Promise<void> => {
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await client.query(alteration)
  const query = async <Row>(text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as Row[]
  const request = { keys, known: null, part: { nth: 1, of: 1 }, onEvents: () => undefined }
  const { broken } = await timed(alteration, () => verifyWithin({ query, now: async () => 0 }, request))
  await client.query('rollback')
  console.log(`  ${broken.join('; ') || 'NOT FOUND'}`)
}

const check = ({ config: { databaseUrl, auditKeys: keys } }: Services) =>
  verifyRecord(databaseUrl, { keys, known: null, part: { nth: 1, of: 1 }, onEvents: () => undefined })

const megabytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MB`

const measure = async (address: string): Promise<void> => {
  const services = openServices(testConfig(address))
  await services.repository.migrate()
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await timed(`${events} events written`, () => fill(client, Math.ceil(events / eventsOfEach)))
  await timed('signed', () => signAll(services))
  await client.query('vacuum analyze')
  console.log(JSON.stringify(await timed('checked', () => check(services))))
  console.log(`At most ${megabytes(process.resourceUsage().maxRSS * 1024)} in this process.`)
  for (const alteration of alterations) await findAltered(client, services, alteration)
  await client.end()
  await services.repository.close()
}

const bench = async (): Promise<void> => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
  chmodSync(folder, 0o711)
  const server = await startDatabase(join(folder, 'postgres'))
  try {
    await server.ensure('bench')
    await measure(server.address('bench'))
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

void bench()
