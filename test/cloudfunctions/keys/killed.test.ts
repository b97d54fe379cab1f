import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newData, newHash, oldData, oldHash, openStaleRecord, type StaleRecord } from './stale-record'

// processes of their own, which compile what they run
jest.setTimeout(120_000)

const people = 520
const lock = 4_242

let record: StaleRecord
let folder: string
beforeAll(async () => {
  record = await openStaleRecord(people)
  folder = await mkdtemp(join(tmpdir(), 'lost-card-rotation-'))
})
afterAll(async () => {
  await record.close()
  await rm(folder, { recursive: true })
})

const listOf = (...keys: { id: string; bytes: Uint8Array }[]) => keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('hex')}`).join(',')

const command = () => {
  const keys = { DATA_KEYS: listOf(newData, oldData), HASH_KEYS: listOf(newHash, oldHash), SESSION_KEYS: `s:${'ab'.repeat(32)}` }
  const env = { ...process.env, ...keys, DATABASE_URL: record.connectionString, DATA_DIR: folder }
  return spawn(process.execPath, ['--import', 'tsx', 'cloudfunctions/host/cli/rotate-keys.ts'], { env })
}

const run = async (): Promise<{ code: number; printed: string }> => {
  const child = command()
  const printed: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => printed.push(chunk))
  const [code] = await once(child, 'close')
  return { code, printed: Buffer.concat(printed).toString() }
}

const cardsUnder = async (): Promise<Record<string, number>> => {
  const { rows } = await record.sql.query<{ under: string; count: number }>(
    `select split_part(sealed_number, '.', 1) as under, count(*)::integer from card group by 1`)
  return Object.fromEntries(rows.map(({ under, count }) => [under, count]))
}

/** Has whoever changes the last card wait for this connection. */
const blockLastCard = async () => {
  await record.sql.query('select pg_advisory_lock($1)', [lock])
  await record.sql.query(`create function wait_for_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(${lock}); return new; end $$`)
  const { rows } = await record.sql.query<{ last: string }>('select max(card_key) as last from card')
  await record.sql.query(`create trigger wait_for_test before update on card for each row when (new.card_key = '${rows[0]?.last}') execute function wait_for_test()`)
}

const someoneWaits = `select from pg_locks where locktype = 'advisory' and not granted and objid = ${lock}
  and database = (select oid from pg_database where datname = current_database())`

test('killed half way and run again, the command does the rest and says which keys can go', async () => {
  await blockLastCard()
  const child = command()
  while ((await record.sql.query(someoneWaits)).rowCount === 0) if (child.exitCode !== null) throw new Error('the command ended by itself')
  child.kill('SIGKILL')
  await once(child, 'close')
  expect(await cardsUnder()).toEqual({ d2: 500, d1: people - 500 })
  await record.sql.query('select pg_advisory_unlock($1)', [lock])
  const { code, printed } = await run()
  expect([code, await cardsUnder()]).toEqual([0, { d2: people }])
  expect(printed).toMatch(/Nothing stands under d1 any more: DATA_KEYS can do without/)
  expect(printed).toMatch(/Nothing stands under h1 any more: HASH_KEYS can do without/)
})
