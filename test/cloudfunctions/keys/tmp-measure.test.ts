import { openDatabase } from '../../../cloudfunctions/repository/database'
import { applyRetention } from '../../../cloudfunctions/repository/retention'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { before, openStaleRecord } from './stale-record'
jest.setTimeout(90_000)
test('measure', async () => {
  const record = await openStaleRecord(10)
  const database = openDatabase(record.connectionString, logTo('silent'))
  try {
  const now = Date.now()
  await record.sql.query(`insert into idempotency select 'c' || n, 'a', 'o', 'k', '', 'h', '{}', n from generate_series(1, 100000) n`)
  await record.sql.query(`insert into idempotency select 'd' || n, 'a', 'o', 'k', '', 'h', '{}', ${now} from generate_series(1, 300000) n`)
  await record.sql.query(`insert into person (person_key, sealed_person) select 'p' || n, 's' from generate_series(1, 50000) n`)
  await record.sql.query(`insert into account (account_key, channel, platform_hash, hash_key_id, person_key) select 'a' || n, 'wechat', 'h' || n, 'k', 'p' || n from generate_series(1, 50000) n`)
  await record.sql.query('analyze')
  let t = performance.now()
  const counts = await applyRetention(database, before)
  console.log('retention', JSON.stringify(counts), Math.round(performance.now() - t), 'ms')
  t = performance.now()
  await applyRetention(database, before)
  console.log('retention again', Math.round(performance.now() - t), 'ms')
  } catch (e) { console.log('retention failed', e) }
  await database.pool.end()
  await record.close()
})
