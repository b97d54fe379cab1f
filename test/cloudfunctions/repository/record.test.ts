import { readFileSync } from 'node:fs'
import pg from 'pg'
import { migrate } from '../../../cloudfunctions/repository'
import { partitioned } from '../../../cloudfunctions/repository/migrations/partitions'
import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { citizen, ok } from '../../support/record/citizen'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

const onDatabase = async <T>(name: string, run: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: Object.assign(new URL(record.connectionString), { pathname: `/${name}` }).href })
  await client.connect()
  try {
    return await run(client)
  } finally {
    await client.end()
  }
}

test('eight instances that migrate at once leave one set of tables', async () => {
  const name = 'eight_at_once'
  await record.sql.query(`create database ${name}`)
  const address = Object.assign(new URL(record.connectionString), { pathname: `/${name}` }).href
  await atOnce(8, () => migrate(address))
  const tables = await onDatabase(name, async (client) => {
    const { rows } = await client.query<{ name: string; parts: number }>(`select c.relname as name, (select count(*)::integer from pg_inherits i where i.inhparent = c.oid) as parts
      from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`)
    return rows
  })
  await record.sql.query(`drop database ${name} with (force)`)
  expect(tables.filter(({ parts }) => parts > 0)).toEqual(Object.keys(partitioned).sort().map((table) => ({ name: table, parts: 4 })))
  expect(tables.map((table) => table.name)).toEqual([
    'account', 'attestation', 'audit_head', 'audit_leaf', 'audit_pending', 'bank_told', 'card', 'card_access', 'card_directory', 'card_event', 'card_relay', 'consent', 'delivery', 'dispute', 'feed', 'guardianship', 'idempotency',
    'kiosk', 'kysely_migration', 'kysely_migration_lock', 'loss_report', 'message', 'operator_act', 'order_private', 'outbox', 'outlet', 'outlet_publication', 'outlet_version',
    'partner', 'partner_nonce', 'partner_secret', 'person', 'person_card', 'person_directory', 'person_grant', 'photo', 'platform_token', 'proxy_grant',
    'reissue', 'service_password', 'session', 'set_aside', 'staff', 'staff_session', 'subscription', 'tries', 'verification', 'voice_call', 'webhook',
  ])
})

/** What the city's own list of outlets says, and what partners are called, is for everyone to read. */
const forEveryone = ['outlet', 'outlet_version', 'outlet_publication', 'partner']

test('no table can be read for a name, an ID number, a phone, a card number or a platform id', async () => {
  const person = await citizen('in-use', 'wechat')
  await ok(person.report())
  const { rows: tables } = await record.sql.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'public' and tablename <> all ($1)`, [forEveryone])
  const all = tables.map(({ name }) => `select t::text as row from ${name} t`).join(' union all ')
  const { rows } = await record.sql.query<{ row: string }>(all)
  const dump = rows.map(({ row }) => row).join('\n')
  expect(dump).toContain('lossReported')
  const [, ...lines] = readFileSync('cloudfunctions/host/demo/city.csv', 'utf8').trim().split('\n')
  const personal = lines.flatMap((line) => line.split(',').slice(0, 4))
  const readable = [...personal, 'demo-openid', 'demo-alipay', '示例'].filter((text) => dump.includes(text))
  expect(readable).toEqual([])
})

test.each(['update card_event set actor = actor', 'delete from card_event', 'truncate card_event', 'truncate card_event_0', 'delete from card_event_3'])('events are append-only: %s', async (statement) => {
  await expect(record.sql.query(statement)).rejects.toThrow('append-only')
})

test.each([
  ['an event that was altered', `update card_event set event = replace(event::text, 'wechat', 'alipay')::json where card_key = $1 and seq = 2`, 2],
  ['an event put down to another account', `update card_event set actor = 'other' where card_key = $1 and seq = 2`, 2],
  ['an event that was cut off the end', 'delete from card_event where card_key = $1 and seq = 3', 3],
  ['an event missing in the middle', 'delete from card_event where card_key = $1 and seq = 2', 3],
])('the chain shows %s', async (_what, tampering, seq) => {
  const { cardId } = await citizen('lost-by-wechat', 'wechat')
  const { verifyHistory } = record.services.repository.cards
  expect(await verifyHistory(cardId)).toBeNull()
  const before = await record.sql.query('select * from card_event where card_key = $1', [cardId])
  await record.sql.query('begin')
  await record.sql.query('alter table card_event disable trigger card_event_append_only')
  await record.sql.query(tampering, [cardId])
  await record.sql.query('commit')
  const found = await verifyHistory(cardId)
  await record.sql.query('delete from card_event where card_key = $1', [cardId])
  await record.sql.query('insert into card_event select * from json_populate_recordset(null::card_event, $1)', [JSON.stringify(before.rows)])
  await record.sql.query('alter table card_event enable trigger card_event_append_only')
  expect(found).toBe(seq)
})
