import { openMetrics } from '../../../cloudfunctions/host/metrics'
import { openServices, provideServices } from '../../../cloudfunctions/runtime/services'
import { serveRecord } from '../channel/example-clients'
import { openRecord, type TestRecord } from '../../support/record'
import { citizen, ok } from '../../support/record/citizen'
import { testConfig } from '../../support/record/keys'

let record: TestRecord
const metrics = openMetrics()
beforeAll(async () => {
  record = await openRecord()
  provideServices({ ...record.services, meter: metrics.meter })
})
afterAll(() => record.close())

const told = async (server = metrics.server(record.services.repository)): Promise<string> => {
  const reply = await fetch(`${await server.listen({ port: 0, host: '127.0.0.1' })}/metrics`)
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/plain')])
  const text = await reply.text()
  await server.close()
  return text
}

test('what is asked, how it ended, what waits and the connections are told to operators, and to nobody else', async () => {
  const { address, stop } = await serveRecord({ services: { ...record.services, meter: metrics.meter } })
  const post = (path: string) => fetch(`${address}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  for (const path of ['session/demoCitizens', 'card/list', 'card/510100000000000101', 'nowhere/at-all']) await post(path)
  expect((await fetch(`${address}/metrics`)).status).toBe(404)
  await stop()
  const person = await citizen('in-use', 'wechat')
  await ok(person.report())
  metrics.meter.lapsed(3)
  metrics.meter.failed('telling')
  const { rows: [waiting] } = await record.sql.query(`select (select count(*)::integer from outbox where sent_at is null and due_at <= extract(epoch from now()) * 1000) as outbox,
    (select count(*)::integer from audit_pending) as audit`)
  const text = await told()
  for (const line of [
    'lost_card_requests_total{function="session",operation="session/demoCitizens",code="ok"} 1',
    'lost_card_requests_total{function="card",operation="card/list",code="notSignedIn"} 1',
    'lost_card_requests_total{function="card",operation="card/other",code="notFound"} 1',
    'lost_card_requests_total{function="host",operation="host",code="notFound"} 2',
    'lost_card_request_seconds_count{function="card",operation="card/reportLoss"} 1',
    'lost_card_lapses_total 3',
    'lost_card_task_failures_total{task="telling"} 1',
    'lost_card_database_up 1',
    'lost_card_connections{state="waiting"} 0',
    `lost_card_waiting{queue="outbox"} ${waiting.outbox}`,
    `lost_card_waiting{queue="audit"} ${waiting.audit}`,
    'lost_card_waiting{queue="deliveriesDead"} 0',
    'lost_card_waiting{queue="relaysAside"} 0',
  ]) expect(text).toContain(`${line}\n`)
  expect(text).toContain('nodejs_eventloop_lag_seconds')
  expect([person.cardId, '510100000000000101', '示例'].filter((personal) => text.includes(personal))).toEqual([])
})

test('a database that is away is told, and what waits is then not', async () => {
  const away = openServices(testConfig('postgres://nobody@127.0.0.1:1/none'))
  const text = await told(openMetrics().server(away.repository))
  expect(text).toContain('lost_card_database_up 0\n')
  expect(text).not.toContain('lost_card_waiting{')
  await away.repository.close()
})
