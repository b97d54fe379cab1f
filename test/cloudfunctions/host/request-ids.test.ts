import { Writable } from 'node:stream'
import { relayAll, tellAll } from '../../../cloudfunctions/host/telling'
import { sendDue } from '../../../cloudfunctions/jobs/messages'
import { requestIdFrom } from '../../../cloudfunctions/runtime/facts'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { openServices, provideServices, type Services } from '../../../cloudfunctions/runtime/services'
import { main as card } from '../../../cloudfunctions/card'
import { openRecord, type TestRecord } from '../../support/record'
import { citizen, newKey, ok } from '../../support/record/citizen'

jest.setTimeout(60_000)

interface Line {
  readonly requestId?: string
  readonly operation?: string
  readonly code?: string
}

let record: TestRecord
let services: Services
const lines: Line[] = []
beforeAll(async () => {
  record = await openRecord()
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => { lines.push(JSON.parse(chunk.toString()) as Line); done() } })
  services = openServices({ ...record.services.config, messages: record.platforms.messages }, logTo('debug', sink))
  provideServices(services)
})
afterAll(async () => {
  await services.repository.close()
  await record.close()
})

const of = (requestId: string) => lines.filter((line) => line.requestId === requestId).map(({ operation, code }) => `${operation} ${code}`)

test('what a request gives rise to carries its id: its own line, what its holder is told, and what is sent', async () => {
  const who = await citizen('in-use', 'wechat')
  await record.sql.query(`insert into subscription select account_key, 'cardChanged', 9, 0 from account where channel = 'wechat' on conflict do nothing`)
  const body = { cardId: who.cardId, verificationId: await who.check('reportLoss'), idempotencyKey: newKey() }
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${who.token}` }
  const answer = await card(body, { eventID: 'gateway-0001', httpContext: { url: '/card/reportLoss', httpMethod: 'POST', headers } })
  expect(answer).toMatchObject({ statusCode: 200, headers: { 'x-request-id': 'gateway-0001' } })
  await tellAll(services)
  await sendDue(services, new AbortController().signal)
  expect(of('gateway-0001')).toEqual(['card/reportLoss ok', 'telling told', expect.stringMatching(/^messages /)])
})

test('what is handed over to another card is found by the id of the request that it came of', async () => {
  const { cardId } = await citizen('two-cards', 'wechat')
  await record.sql.query(`insert into card_relay (card_key, seq, kind, at, request_id) values ($1, 1, 'newCard', 1, 'gateway-0002')`, [cardId])
  await relayAll(services)
  expect(of('gateway-0002')).toEqual(['relaying newCardUnknown'])
  await ok((await citizen('two-cards', 'alipay')).report())
})

test.each([
  ['550e8400-e29b-41d4-a716-446655440000', true],
  ['12345678-1234-4123-8123-123456789012', true],
  ['gateway_7f3a-01', true],
  ['short', false],
  ['00000019850312001X', false],
  ['5101-0000-0000-0001-01', false],
  ['tel-10000000001', false],
  ['with space 01', false],
])('an id from outside, %s, is taken: %s', (given, isTaken) => {
  expect(requestIdFrom(given) === given).toBe(isTaken)
})
