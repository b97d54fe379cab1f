import { randomUUID } from 'node:crypto'
import { minute } from '@/domain/time'
import { ok, openRecord, refused, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { callAs, partner, type Called, type Holder } from './stage'
import { dial, password, toErrand, withPassword, type Telephone } from './telephone'

jest.setTimeout(120_000)

let record: TestRecord
let line: Called
beforeAll(async () => {
  record = await openRecord()
  line = await partner(record, { channel: 'phone' })
})
afterAll(() => record.close())

const caller = '+8610000000001'
const turn = ({ callId }: Pick<Telephone, 'callId'>, number: number, digits?: string, by = line) =>
  callAs(by, 'channel/voice', { callId, turn: number, caller, ...(digits !== undefined && { digits }) })

interface Row {
  readonly turn: number
  readonly request_hash: string
  readonly sealed_state: string
}
const rowOf = async ({ callId }: Pick<Telephone, 'callId'>): Promise<Row> => {
  const { rows: [row] } = await record.sql.query<Row>('select turn, request_hash, sealed_state from voice_call where call_id = $1', [callId])
  if (!row) throw new Error('there is no such call')
  return row
}
const points = async ({ cardId }: Holder): Promise<number | undefined> =>
  (await record.sql.query<{ points: number }>('select points from tries where key = $1', [`password:${cardId}`])).rows[0]?.points
const events = async ({ cardId }: Holder): Promise<string[]> =>
  (await record.sql.query<{ what: string }>(`select event ->> 'what' as what from card_event where card_key = $1 order by seq`, [cardId])).rows.map(({ what }) => what)

test('a turn that comes again is answered as before, and does nothing again', async () => {
  const one = await withPassword(record)
  const phone = await dial(line, caller)
  const wrong = await phone.type(...toErrand(1, one, '918273'))
  expect(await ok(turn(phone, phone.turn(), '918273#'))).toEqual(wrong)
  expect(await points(one)).toBe(1)
  await phone.type(`${password}#`)
  const done = await phone.type('1')
  expect(await ok(turn(phone, phone.turn(), '1'))).toEqual(done)
  expect(await events(one)).toEqual(['cardImported', 'lossReported'])
})

test('with other input it is a mistake, and so is any turn but the last and the next', async () => {
  const phone = await dial(line, caller)
  await phone.type('1', '3')
  const reused = { code: 'idempotencyKeyReused', status: 409 }
  expect(await refused(turn(phone, 2, '1'))).toEqual(reused)
  expect(await refused(turn(phone, 2))).toEqual(reused)
  for (const number of [0, 1, 4, 1000]) {
    const answer = await turn(phone, number, '1')
    expect(answer).toMatchObject({ status: 422, error: { code: 'invalidRequest', details: { field: 'turn' } } })
  }
  expect(await turn({ callId: `call-${randomUUID()}` }, 1, '1')).toMatchObject({ error: { code: 'invalidRequest', details: { field: 'turn' } } })
})

test('many of the same turn at once are one: a wrong password counts once, a report is made once', async () => {
  const one = await withPassword(record)
  const phone = await dial(line, caller)
  await phone.type('1', '1', `${one.card_number}#`)
  const wrong = await atOnce(8, () => ok(turn(phone, 4, '918273')))
  expect([new Set(wrong.map((answer) => JSON.stringify(answer))).size, await points(one)]).toEqual([1, 1])
  const right = await atOnce(8, () => ok(turn(phone, 5, password)))
  expect(new Set(right.map(({ state }) => state))).toEqual(new Set(['confirmReport']))
  const done = await atOnce(8, () => ok(turn(phone, 6, '1')))
  expect(new Set(done.map((answer) => JSON.stringify(answer))).size).toBe(1)
  expect(await events(one)).toEqual(['cardImported', 'lossReported'])
})

test('of two turns at once with different input one counts, and the other is told', async () => {
  const one = await withPassword(record)
  const phone = await dial(line, caller)
  await phone.type(...toErrand(1, one))
  const answers = await Promise.all([turn(phone, 5, '1'), turn(phone, 5, '*')])
  expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['idempotencyKeyReused', 'ok'])
  const state = answers.flatMap((answer) => (answer.ok ? [answer.data.state] : []))
  expect(await events(one)).toEqual(state[0] === 'done' ? ['cardImported', 'lossReported'] : ['cardImported'])
})

test('a process that dies after the change, before its answer is kept, has made one report: the turn again finds it', async () => {
  const one = await withPassword(record)
  const phone = await dial(line, caller)
  await phone.type(...toErrand(1, one))
  const { keys } = record.services
  const place = `voice-call:${line.partnerId}:${phone.callId}`
  const before = await rowOf(phone)
  const done = await phone.type('1')
  const { request_hash: hash } = await rowOf(phone)
  // the turn had been taken, and nothing of its answer was kept
  const kept: object = JSON.parse(keys.open(before.sealed_state, place)) as object
  await record.sql.query('update voice_call set turn = 5, request_hash = $2, sealed_state = $3 where call_id = $1',
    [phone.callId, hash, keys.seal(JSON.stringify({ ...kept, answer: null }), place)])
  expect(await refused(turn(phone, 5, '*'))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
  expect(await turn(phone, 6, '1')).toMatchObject({ error: { code: 'invalidRequest', details: { field: 'turn' } } })
  expect(await ok(turn(phone, 5, '1'))).toEqual(done)
  expect(await events(one)).toEqual(['cardImported', 'lossReported'])
})

test('one that dies once the password was counted goes on from there', async () => {
  const one = await withPassword(record)
  const phone = await dial(line, caller)
  await phone.type('1', '1', `${one.card_number}#`, '918273')
  const { getFor } = record.services.repository.cards
  const failing = jest.spyOn(record.services.repository.cards, 'getFor').mockRejectedValueOnce(new Error('the process is gone'))
  expect(await refused(turn(phone, 5, password))).toEqual({ code: 'fault', status: 500 })
  expect(await points(one)).toBeUndefined()
  failing.mockImplementation(getFor)
  expect((await ok(turn(phone, 5, password))).state).toBe('confirmReport')
  failing.mockRestore()
  expect((await ok(turn(phone, 6, '1'))).state).toBe('done')
})

test('a call that is broken off leaves nothing half done, and after a quarter of an hour it has ended', async () => {
  const one = await withPassword(record)
  const idle = (phone: Telephone, ms: number) => record.sql.query(
    'update voice_call set at = floor(extract(epoch from clock_timestamp()) * 1000)::bigint - $2 where call_id = $1', [phone.callId, ms])
  const [phone, late] = [await dial(line, caller), await dial(line, caller)]
  for (const each of [phone, late]) await each.type(...toErrand(1, one))
  await idle(late, 15 * minute)
  expect(await ok(turn(late, 5, '1'))).toEqual({ say: ['通话已结束，请重新拨打。'], language: 'zh', expect: { kind: 'hangUp' }, state: 'ended' })
  expect(await events(one)).toEqual(['cardImported'])
  await idle(phone, 15 * minute - 5000)
  expect((await ok(turn(phone, 5, '1'))).state).toBe('done')
  expect((await ok(turn(late, 0))).state).toBe('language')
})

test('a password that was heard more than ten minutes ago is asked for again', async () => {
  const one = await withPassword(record)
  const phone = await dial(line, caller)
  await phone.type(...toErrand(1, one))
  const place = `voice-call:${line.partnerId}:${phone.callId}`
  const { keys } = record.services
  const { call, ...kept } = JSON.parse(keys.open((await rowOf(phone)).sealed_state, place)) as { call: { step: { card: { at: number } } } }
  const step = { ...call.step, card: { ...call.step.card, at: call.step.card.at - 10 * minute } }
  await record.sql.query('update voice_call set sealed_state = $2 where call_id = $1', [phone.callId, keys.seal(JSON.stringify({ ...kept, call: { ...call, step } }), place)])
  const heard = await phone.type('1')
  expect([heard.state, heard.say[0]]).toEqual(['cardNumber', '验证已过期，请重新输入。'])
  expect(await events(one)).toEqual(['cardImported'])
  expect((await phone.type(`${one.card_number}#`, password, '1')).say[0]).toBe('挂失成功。')
})

test('a call’s id given a second time is another call: its 1 reports anew what was cancelled since', async () => {
  const one = await withPassword(record)
  const callId = `call-${randomUUID()}`
  await (await dial(line, caller, callId)).type(...toErrand(1, one), '1')
  await (await dial(line, caller)).type(...toErrand(2, one), '1')
  await record.sql.query('delete from voice_call where call_id = $1', [callId])
  expect((await (await dial(line, caller, callId)).type(...toErrand(1, one), '1')).say[0]).toBe('挂失成功。')
  expect(await events(one)).toEqual(['cardImported', 'lossReported', 'reportReleased', 'lossReported'])
})

test('the calls of another partner under the same id are its own', async () => {
  const other = await partner(record, { channel: 'phone' })
  const phone = await dial(line, caller)
  await phone.type('2')
  expect(await turn(phone, 2, '1', other)).toMatchObject({ error: { code: 'invalidRequest' } })
  expect((await ok(turn(phone, 0, undefined, other))).language).toBe('zh')
})

test('nothing personal of a call stands anywhere in clear: no number, no password, no caller', async () => {
  const one = await withPassword(record)
  const phone = await dial(line, '+8610000000777')
  for (const entry of [...toErrand(1, one), '1']) {
    await phone.type(entry)
    const { rows } = await record.sql.query<{ row: string }>(
      'select c::text as row from voice_call c union all select t::text from tries t union all select i::text from idempotency i union all select a::text from attestation a')
    const text = rows.map(({ row }) => row).join('\n')
    for (const secret of [one.card_number, password, '10000000777', one.name]) expect(text).not.toContain(secret)
  }
})
