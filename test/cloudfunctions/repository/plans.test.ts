import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, ok } from '../../support/record/citizen'
import { agree, grant } from '../../support/record/family'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

test('no request reads a whole table, even where the server last saw the tables empty', async () => {
  await record.sql.query('analyze')
  const scans = async () => {
    await record.sql.query('select pg_stat_clear_snapshot()')
    const { rows } = await record.sql.query<{ scans: number }>(
      `select coalesce(sum(seq_scan), 0)::integer as scans from pg_stat_user_tables where relname not like 'kysely%'`)
    return rows[0]?.scans
  }
  const person = await citizen('in-use', 'wechat')
  const before = await scans()
  await ok(person.report())
  await ok(person.release())
  await ok(call('outlets/search', { city: 'chengdu', near: { longitude: 104.06, latitude: 30.66 } }))
  await ok(call('outlets/get', { outletId: 'chengdu.wuhou-agency' }))
  await ok(call('outlets/forCard', { cardId: person.cardId, need: 'instantReissue' }, person.token))
  const [guardian, proxy] = [await citizen('guardian', 'wechat', 1), await citizen('guardian', 'wechat', 2)]
  await agree(guardian)
  await ok(proxy.report())
  const { grant: { cardId, grantId } } = await ok(grant(person))
  await ok(call('card/list', {}, proxy.token))
  await ok(call('person/family', {}, proxy.token))
  await ok(call('person/revokeProxy', { cardId, grantId }, person.token))
  // a connection tells of its scans at the latest when it ends
  await record.services.repository.close()
  const ended = `select from pg_stat_activity where datname = current_database() and application_name = 'lost-card'`
  while ((await record.sql.query(ended)).rowCount) await record.sql.query('select pg_stat_clear_snapshot()')
  expect(await scans()).toBe(before)
})
