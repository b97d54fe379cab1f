import pg from 'pg'
import { inTransaction, openDatabase } from '../../../cloudfunctions/repository/database'
import { findPerson, lockPerson, makePerson } from '../../../cloudfunctions/repository/directory'
import { applyRetention } from '../../../cloudfunctions/repository/retention'
import { keysFrom } from '../../../cloudfunctions/runtime/keys'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { createDatabase, type TestDatabase } from '../../support/database'
import { idNumber } from '../../support/record/card-file'
import { testConfig } from '../../support/record/keys'
import { fileRow, importRows } from '../keys/stale-record'

const keys = keysFrom(testConfig(''))
const someone = { name: '示例公民', idNumber: idNumber('19900101'), phone: '' }

let created: TestDatabase
let sql: pg.Client
let database: ReturnType<typeof openDatabase>
let key: string
beforeEach(async () => {
  created = await createDatabase()
  database = openDatabase(created.connectionString, logTo('silent'))
  sql = new pg.Client({ connectionString: created.connectionString })
  await sql.connect()
  key = (await makePerson(database.run, keys, someone))?.personKey ?? ''
})
afterEach(async () => {
  await sql.end()
  await database.pool.end()
  await created.drop()
})

const removed = async () => (await applyRetention(database, keys)).people
const isKnown = async () => (await findPerson(database.run, keys, someone.idNumber)) !== null

test('a person made here whom nothing holds goes, and what they agreed to is withdrawn', async () => {
  await sql.query(`insert into consent values ($1, 'privacy', $1, 1, '2026-11-25', null)`, [key])
  expect([await removed(), await isKnown()]).toEqual([1, false])
  expect((await sql.query('select from person_directory')).rowCount).toBe(0)
  expect((await sql.query('select from consent where withdrawn_at is not null')).rowCount).toBe(1)
  expect(await makePerson(database.run, keys, someone)).not.toBeNull()
})

test.each([
  ['an account', `insert into account (account_key, channel, platform_hash, hash_key_id, person_key) values ('a', 'wechat', 'h', 'k', $1)`],
  ['a card', `insert into person_card values ($1, 'c')`],
  ['a grant', `insert into person_grant values ($1, 'c', 'g')`],
  ['a ward', `insert into guardianship values ($1, 'w')`],
  ['something they did for another', `insert into card_event values ('c', 1, '{"by": "proxy"}', $1, '', '')`],
])('one who has %s stays', async (_what, statement) => {
  await sql.query(statement, [key])
  expect([await removed(), await isKnown()]).toEqual([0, true])
})

test('one of a city\'s file stays, whatever is left of them', async () => {
  await importRows(created.connectionString, keys, [fileRow(1)])
  await sql.query('truncate person_card')
  expect([await removed(), await findPerson(database.run, keys, fileRow(1).idNumber)]).toMatchObject([1, { person: { name: fileRow(1).name } }])
})

test('one who is just being bound stays', async () => {
  await inTransaction(database, async (run) => {
    await lockPerson(run, keys, someone.idNumber)
    expect(await removed()).toBe(0)
    await run({ name: 'bind', text: `insert into account (account_key, channel, platform_hash, hash_key_id, person_key) values ('a', 'wechat', 'h', 'k', $1)`, values: [key] })
    return true
  })
  expect([await removed(), await isKnown()]).toEqual([0, true])
})

test('while a file is loaded nobody goes: it may bring them a card', async () => {
  await sql.query('begin')
  await sql.query('select pg_advisory_xact_lock(5102026)')
  expect(await removed()).toBe(0)
  await sql.query('commit')
  expect(await removed()).toBe(1)
})
