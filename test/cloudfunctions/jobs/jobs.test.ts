import { functionNames } from '@/contract'
import { main } from '../../../cloudfunctions/jobs'
import { provideServices } from '../../../cloudfunctions/runtime/services'
import { openEmptyRecord, type TestRecord } from '../../support/record'

/** As the cloud's timer calls. */
const timer = { Type: 'Timer', TriggerName: 'hourly', Time: '2026-11-25T00:07:00Z', Message: '' }

let record: TestRecord
beforeAll(async () => {
  record = await openEmptyRecord()
  provideServices(record.services)
})
afterAll(() => record.close())
afterEach(() => { delete process.env.WX_OPENID })

test('the timer has what is past its time taken away, and is told how much', async () => {
  await record.sql.query(`insert into tries values ('k', 1, 1)`)
  const none = { sessions: 0, claims: 0, checks: 0, answers: 0, consents: 0, grants: 0, accounts: 0, calls: 0, messages: 0, deliveries: 0, notices: 0, nonces: 0, staffSessions: 0, lookUps: 0, orders: 0, photos: 0, codes: 0, kiosks: 0, people: 0 }
  expect(await main(timer, {})).toEqual({ ok: true, data: { ...none, counters: 1 } })
})

test('each minute people are told what happened, and what ran out', async () => {
  expect(await main({ ...timer, TriggerName: 'minutely' }, {})).toEqual({ ok: true, data: { lapsed: 0 } })
})

test('each minute what people were told is sent to them', async () => {
  expect(await main({ ...timer, TriggerName: 'messages' }, {})).toEqual({ ok: true, data: { messages: 0, dead: 0 } })
})

test('each hour what was not collected in time is written down', async () => {
  expect(await main({ ...timer, TriggerName: 'uncollected' }, {})).toEqual({ ok: true, data: { missed: 0 } })
})

test.each([
  ['a trigger that nobody knows', { ...timer, TriggerName: 'yearly' }, {}],
  ['a mini-program that writes the same', { ...timer, userInfo: { openId: 'o', appId: 'a' } }, {}],
  ['a call over HTTP', timer, { httpContext: { url: '/jobs/retention', httpMethod: 'POST', headers: {} } }],
  ['an operation', { operation: 'retention' }, {}],
  ['nothing', undefined, undefined],
])('%s is answered with notFound', async (_what, event, context) => {
  expect(await main(event, context)).toMatchObject({ ok: false, error: { code: 'notFound' } })
})

test('whoever has an OPENID is answered with notFound', async () => {
  process.env.WX_OPENID = 'someone'
  expect(await main(timer, {})).toMatchObject({ ok: false, error: { code: 'notFound' } })
})

test('it is no function of the contract, which a host serves', () => {
  expect(functionNames).not.toContain('jobs')
})
