import { civilMidnight, day, hour, type Instant } from '@/domain/time'
import { sendDue } from '../../../cloudfunctions/jobs/messages'
import { tellAll } from '../../../cloudfunctions/host/telling'
import type { Services } from '../../../cloudfunctions/runtime/services'
import { citizen, ok } from '../../support/record/citizen'
import { openMessages, type MessageStage } from './stage'

jest.setTimeout(60_000)

let stage: MessageStage
let later: Services
const second = 1000
const midnight = civilMidnight(Date.now())

/** The database's clock is set: whoever connects from now on reads it. */
const stopClock = async () => {
  const { rows: [row] } = await stage.sql.query<{ name: string }>('select current_database() as name')
  await stage.sql.query('create schema stopped')
  await stage.sql.query('create table stopped.clock (at timestamptz)')
  await stage.sql.query('insert into stopped.clock values (now())')
  await stage.sql.query(`create function stopped.clock_timestamp() returns timestamptz language sql as 'select at from stopped.clock'`)
  await stage.sql.query(`alter database ${row?.name} set search_path = stopped, public, pg_catalog`)
}
const itIs = (at: Instant) => stage.sql.query('update stopped.clock set at = to_timestamp($1::float8 / 1000)', [at])

beforeAll(async () => {
  stage = await openMessages()
  await stopClock()
  later = stage.instance()
})
afterAll(() => stage.close())

/** The warnings of the demo report that has days left are due, and told for the first time. */
const warn = async (at: Instant) => {
  await stage.sql.query('delete from pgboss.job')
  await stage.sql.query(`delete from delivery`)
  await stage.sql.query(`delete from message where notice ->> 'about' = 'lapsesSoon'`)
  await stage.sql.query(`update outbox set sent_at = null, due_at = $1 where notice ->> 'about' = 'lapsesSoon' and part = 1
    and card_key = (select card_key from loss_report where ended_at is null and lapses_at is not null limit 1)`, [at])
  await itIs(at)
  await tellAll(later)
}
const inLine = async () => (await stage.sql.query<{ at: string }>('select floor(extract(epoch from start_after) * 1000) as at from pgboss.job')).rows.map(({ at }) => Number(at))
const send = () => sendDue(later, new AbortController().signal)

const morning = midnight + 8 * hour
const night = midnight + 22 * hour

test.each([
  ['a second before the night', night - second, night - second],
  ['as the night begins', night, morning + day],
  ['in the night', night + second, morning + day],
  ['a second before the morning', morning - second, morning],
  ['in the morning', morning, morning],
  ['after it', morning + second, morning + second],
])('a warning that is due %s', async (_what, due, at) => {
  await warn(due)
  expect(await inLine()).toEqual([at])
})

test('one whose turn comes in the night, since it was tried again, waits for the morning as well', async () => {
  await warn(night - second)
  await stage.pass(2 * 86_400)
  await itIs(night)
  await send()
  expect([await stage.deliveries(), await inLine()]).toEqual([[{ state: 'waiting', way: null, reason: null, tries: 0 }], [morning + day]])
  await stage.pass(2 * 86_400)
  await itIs(morning + day - second)
  await send()
  expect(await stage.deliveries()).toMatchObject([{ state: 'waiting' }])
  await stage.pass(2 * 86_400)
  await itIs(morning + day)
  await send()
  expect(await stage.deliveries()).toMatchObject([{ state: 'sent', way: 'sms' }])
  expect(stage.platforms.sms.received().at(-1)?.text).toMatch(/^尾号\d{4}的社保卡：临时挂失即将到期（\S+ \S+）。未找到卡请转正式挂失。$/)
})

test('what may be the doing of somebody else is sent at any hour', async () => {
  await itIs(night + hour)
  const holder = await citizen('in-use', 'wechat')
  await ok(holder.report())
  await stage.sql.query('delete from pgboss.job')
  await stage.sql.query('delete from delivery')
  await stage.sql.query(`update outbox set due_at = 0 where sent_at is null and notice ->> 'about' = 'lossReported'`)
  await tellAll(later)
  expect(await inLine()).toEqual([night + hour])
})

test('a warning whose report has ended over night is sent to nobody', async () => {
  const { rows: [report] } = await stage.sql.query<{ card_key: string }>('select card_key from loss_report where ended_at is null and lapses_at is not null limit 1')
  const sms = stage.platforms.sms.received().length
  await warn(night)
  await stage.sql.query(`update loss_report set ended_at = 1, ended_by = 'released' where card_key = $1`, [report?.card_key])
  await stage.pass(2 * 86_400)
  await itIs(morning + day)
  await send()
  expect([await stage.deliveries(), await inLine(), stage.platforms.sms.received().length]).toEqual([[{ state: 'none', way: null, reason: 'moot', tries: 0 }], [], sms])
})
