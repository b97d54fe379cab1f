import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import pg from 'pg'
import { openRepository } from '../../../cloudfunctions/repository'
import { provideServices } from '../../../cloudfunctions/runtime/services'
import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { call, citizen, newKey, ok, refused } from '../../support/record/citizen'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
beforeEach(async () => { record = await openRecord() })
afterEach(() => record.close())

const eventsOf = async (cardKey: string): Promise<string[]> => {
  const { rows } = await record.sql.query<{ what: string }>(`select event->>'what' as what from card_event where card_key = $1 order by seq`, [cardKey])
  return rows.map(({ what }) => what)
}

test('a report right after a lapse that nothing wrote down: the lapse comes first, at its own time', async () => {
  const person = await citizen('lapsed', 'wechat')
  const { already, report } = await ok(person.report())
  expect([already, report.kind]).toEqual([false, 'formal'])
  expect(await eventsOf(person.cardId)).toEqual(['cardImported', 'lossReported', 'reportLapsed', 'lossReported'])
  const { rows } = await record.sql.query<{ ended: boolean; by: string }>(
    'select ended_at = lapses_at as ended, ended_by as by from loss_report where card_key = $1 and lapses_at is not null', [person.cardId])
  expect(rows).toEqual([{ ended: true, by: 'lapsed' }])
})

test('a release of what has lapsed is so already, and the lapse is written down with it', async () => {
  const person = await citizen('lapsed', 'wechat')
  const { already, report } = await ok(person.release())
  expect([already, report?.kind, report?.endedBy, report?.endedAt]).toEqual([true, 'temporary', 'lapsed', report?.lapsesAt])
  expect(await eventsOf(person.cardId)).toEqual(['cardImported', 'lossReported', 'reportLapsed'])
})

test('an upgrade never leaves the card live, however often one looks', async () => {
  const person = await citizen('temporarily-lost', 'wechat')
  const watcher = new pg.Client({ connectionString: record.connectionString })
  await watcher.connect()
  const seen = new Set<string>()
  const look = async () => {
    const { rows } = await watcher.query<{ kinds: string }>(
      `select string_agg(kind, ' ') as kinds from loss_report where card_key = $1 and ended_at is null`, [person.cardId])
    seen.add(rows[0]?.kinds ?? 'none')
  }
  const verificationId = await person.check('reportLoss')
  await look()
  let done = false
  const watching = (async () => { while (!done) await look() })()
  await ok(person.report({ verificationId }))
  done = true
  await watching
  await look()
  await watcher.end()
  expect([...seen]).toEqual(['temporary', 'formal'])
})

test('64 reports at once on one card: one event, 63 times already', async () => {
  const person = await citizen('in-use', 'wechat')
  const checks = await atOnce(64, () => person.check('reportLoss'))
  const answers = await atOnce(64, (index) => ok(person.report({ verificationId: checks[index] ?? '' })))
  expect(answers.filter(({ already }) => !already)).toHaveLength(1)
  expect(new Set(answers.map(({ report }) => report.receiptNumber)).size).toBe(1)
  expect(await eventsOf(person.cardId)).toEqual(['cardImported', 'lossReported'])
})

test('64 times the same request at once: one report, the same answer 64 times', async () => {
  const person = await citizen('in-use', 'alipay')
  const request = { verificationId: await person.check('reportLoss'), idempotencyKey: newKey() }
  const answers = await atOnce(64, () => ok(person.report(request)))
  expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(answers[0]).toMatchObject({ already: false })
  expect(await eventsOf(person.cardId)).toEqual(['cardImported', 'lossReported'])
})

test('64 requests at once with one identity check: it is used once', async () => {
  const person = await citizen('lost-by-wechat', 'wechat')
  const verificationId = await person.check('reportLoss')
  const answers = await atOnce(64, () => person.report({ verificationId }))
  expect(answers.filter(({ ok: good }) => good)).toHaveLength(1)
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(63)
})

test('reports and releases at once from both doors: every receipt that was given out is in the chain, which holds', async () => {
  const [wechat, alipay] = [await citizen('in-use', 'wechat'), await citizen('in-use', 'alipay')]
  const answers = await atOnce(48, (index) => {
    const who = index % 2 ? wechat : alipay
    return index % 3 ? ok(who.report()) : ok(who.release())
  })
  const changes = answers.filter(({ already }) => !already)
  expect(await eventsOf(wechat.cardId)).toHaveLength(1 + changes.length)
  expect(await record.services.repository.cards.verifyHistory(wechat.cardId)).toBeNull()
})

test('a connection killed in the middle of a write: the retry with the same key gets one report', async () => {
  const person = await citizen('in-use', 'wechat')
  const request = { verificationId: await person.check('reportLoss'), idempotencyKey: newKey() }
  await record.sql.query('begin')
  await record.sql.query('select from card where card_key = $1 for update', [person.cardId])
  const first = refused(person.report(request))
  const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  let pids: { pid: number }[] = []
  while (pids.length === 0) pids = (await record.sql.query<{ pid: number }>(waiting)).rows
  await record.sql.query('select pg_terminate_backend($1)', [pids[0]?.pid])
  expect(await first).toMatchObject({ code: 'busy', status: 503 })
  await record.sql.query('commit')
  expect(await eventsOf(person.cardId)).toEqual(['cardImported'])
  const again = await ok(person.report(request))
  expect(again.already).toBe(false)
  expect(await ok(person.report(request))).toEqual(again)
  expect(await eventsOf(person.cardId)).toEqual(['cardImported', 'lossReported'])
})

test('a database that hangs up is busy', async () => {
  const person = await citizen('in-use', 'wechat')
  const hangsUp = createServer((socket) => socket.destroy()).listen(0, '127.0.0.1')
  await once(hangsUp, 'listening')
  const { port } = hangsUp.address() as AddressInfo
  const { keys, log } = record.services
  const repository = openRepository({ connectionString: `postgres://nobody@127.0.0.1:${port}/none`, keys, log, limits: record.services.config })
  provideServices({ ...record.services, repository })
  expect(await refused(call('card/list', {}, person.token))).toMatchObject({ code: 'busy', status: 503 })
  await repository.close()
  hangsUp.close()
})

test('a report goes to the database twice: to read the card, and to write the change', async () => {
  const person = await citizen('in-use', 'wechat')
  const verificationId = await person.check('reportLoss')
  const sent = jest.spyOn(pg.Client.prototype, 'query')
  await ok(person.report({ verificationId }))
  expect(sent.mock.calls.map(([given]) => (given as { name?: string }).name)).toEqual(['read-for-report', expect.stringMatching(/^write-/)])
  sent.mockRestore()
})

test('notices are written with the event: the report, and for a temporary one the warnings before it lapses', async () => {
  const person = await citizen('temporarily-lost', 'wechat')
  const { rows } = await record.sql.query<{ about: string; early: number }>(
    `select notice->>'about' as about, (r.lapses_at - due_at) / 3600000 as early from outbox o join loss_report r using (card_key)
     where card_key = $1 order by seq, part`, [person.cardId])
  expect(rows.map(({ about }) => about)).toEqual(['lossReported', 'lapsesSoon', 'lapsesSoon'])
  expect(rows.slice(1).map(({ early }) => Number(early))).toEqual([48, 12])
})
