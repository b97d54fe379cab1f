import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tellAll } from '../../../cloudfunctions/host/telling'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok, type Citizen } from '../../support/record/citizen'

// processes of their own, which compile what they run, and many requests
jest.setTimeout(120_000)

const lock = 4_243

let record: TestRecord
beforeEach(async () => {
  record = await openRecord()
  await record.services.repository.told.settleLapses()
  await tellAll(record.services)
})
afterEach(() => record.close())

const listOf = (keys: readonly { id: string; bytes: Uint8Array }[]) => keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('hex')}`).join(',')

const teller = () => {
  const { config: { dataKeys, hashKeys, sessionKeys } } = record.services
  const keys = { DATA_KEYS: listOf(dataKeys), HASH_KEYS: listOf(hashKeys), SESSION_KEYS: listOf(sessionKeys) }
  return spawn(process.execPath, ['--import', 'tsx', 'test/cloudfunctions/jobs/teller.ts'], {
    env: { ...process.env, ...keys, DATABASE_URL: record.connectionString, LOG_LEVEL: 'silent' }, stdio: ['pipe', 'inherit', 'inherit'],
  })
}

/** Its exit code, once it has finished what it is at. */
const ended = async (child: ReturnType<typeof teller>): Promise<number> => {
  child.stdin.end()
  const [code] = await once(child, 'close')
  return code
}

const count = async (text: string): Promise<number> =>
  (await record.sql.query<{ count: number }>(`select count(*)::integer as count from ${text}`)).rows[0]?.count ?? -1
const untold = () => count('outbox where sent_at is null and due_at <= floor(extract(epoch from clock_timestamp()) * 1000)')

/** Has whoever puts an event at the feed's end, its messages already written, wait for this connection. */
const blockFeed = async () => {
  await record.sql.query('select pg_advisory_lock($1)', [lock])
  await record.sql.query(`create function wait_for_test() returns trigger language plpgsql as $$ begin perform pg_advisory_xact_lock(${lock}); return new; end $$`)
  await record.sql.query('create trigger wait_for_test before insert on feed for each row execute function wait_for_test()')
}
const unblockFeed = async () => {
  await record.sql.query('select pg_advisory_unlock($1)', [lock])
  await record.sql.query('drop trigger wait_for_test on feed')
}
const someoneWaits = `pg_locks where locktype = 'advisory' and not granted and objid = ${lock}
  and database = (select oid from pg_database where datname = current_database())`

/** Until the database has noticed that whoever held the relay is gone, others are told that somebody is at it. */
const tellEverything = async () => {
  while ((await untold()) > 0) await tellAll(record.services)
}

const aboutIn = async ({ token }: Citizen) => (await ok(call('person/inbox', {}, token))).messages.map(({ about }) => about)

test('killed between what happened and its telling, or in the midst of telling, nothing is lost and nothing told twice', async () => {
  const holder = await citizen('in-use', 'wechat')
  await ok(holder.report())
  await ok(holder.release())
  const [messages, entries] = [await count('message'), await count('feed')]
  await blockFeed()
  const child = teller()
  while ((await count(someoneWaits)) === 0) if (child.exitCode !== null) throw new Error('the process ended by itself')
  child.kill('SIGKILL')
  await once(child, 'close')
  expect([await count('message'), await count('feed'), await untold()]).toEqual([messages, entries, 2])
  await unblockFeed()
  await tellEverything()
  expect(await aboutIn(holder)).toEqual(['reportReleased', 'lossReported'])
  expect([await count('message'), await count('feed')]).toEqual([messages + 2, entries + 2])
})

test('two processes and this one tell 200 changes at once, each of them once', async () => {
  const people = [await citizen('in-use', 'wechat'), await citizen('locked', 'wechat'), await citizen('two-cards', 'wechat'), await citizen('guardian', 'wechat')]
  const [messages, entries] = [await count('message'), await count('feed')]
  const others = [teller(), teller()]
  await Promise.all(people.map(async (person) => {
    for (let time = 0; time < 25; time += 1) {
      await ok(person.report())
      await ok(person.release())
      await tellAll(record.services)
    }
  }))
  await tellEverything()
  expect(await Promise.all(others.map(ended))).toEqual([0, 0])
  expect([await count('message'), await count('feed')]).toEqual([messages + 200, entries + 200])
  expect(await count('(select card_key, seq from feed group by 1, 2 having count(*) > 1) twice')).toBe(0)
})
