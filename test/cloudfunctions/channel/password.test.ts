import { call, ok, openRecord, refused, type TestRecord } from '../../support/record'
import { isPassword } from '../../../cloudfunctions/runtime/password'
import { acted, callAs, holder, newKey, openDoors, signedIn, type Doors, type Holder } from './stage'

jest.setTimeout(120_000)

let record: TestRecord
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  doors = await openDoors(record)
})
afterAll(() => record.close())

const hashOf = async ({ cardId }: Holder): Promise<string | undefined> => {
  const { rows: [row] } = await record.sql.query<{ password_hash: string }>('select password_hash from service_password where card_key = $1', [cardId])
  return row?.password_hash
}
const set = (one: Holder, password: string, idempotencyKey = newKey()) => {
  const { counter } = doors.partners
  return callAs(counter, 'channel/setServicePassword', { ...acted(counter, one, { idempotencyKey }), password })
}
const everything = async (): Promise<string> => {
  const { rows } = await record.sql.query<{ row: string }>(
    ['card_event', 'idempotency', 'attestation', 'service_password', 'outbox', 'verification'].map((table) => `select t::text as row from ${table} t`).join(' union all '))
  return rows.map(({ row }) => row).join('\n')
}

test('at a counter a password is set, a first one or another, and nothing that is kept can be read for it', async () => {
  const one = await holder(record)
  const first = await ok(set(one, '482915'))
  expect([first.result, first.card.cardId]).toEqual(['done', one.cardId])
  expect(await isPassword('482915', (await hashOf(one)) ?? '')).toBe(true)
  await ok(set(one, '739164'))
  expect([await isPassword('482915', (await hashOf(one)) ?? ''), await isPassword('739164', (await hashOf(one)) ?? '')]).toEqual([false, true])
  const kept = await everything()
  expect(kept).toContain('passwordSet')
  expect(kept.match(/482915|739164/)).toBeNull()
  const { rows } = await record.sql.query<{ answer: unknown; request_hash: string }>('select answer, request_hash from idempotency where card_key = $1', [one.cardId])
  expect(rows).toHaveLength(2)
  for (const { answer } of rows) expect(JSON.stringify(answer)).not.toContain((await hashOf(one)) ?? '')
})

test('the same key is the first answer, with another password a mistake, whatever six digits they are', async () => {
  const one = await holder(record)
  const key = newKey()
  const first = await ok(set(one, '482915', key))
  const hash = await hashOf(one)
  expect(await ok(set(one, '482915', key))).toEqual(first)
  expect(await hashOf(one)).toBe(hash)
  expect(await refused(set(one, '739164', key))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
})

test('an easy one is refused: of the card, of its holder, in a row', async () => {
  const one = await holder(record)
  for (const easy of ['123456', '111111', one.id_number.slice(6, 12), one.card_number.slice(-6)]) {
    expect(await refused(set(one, easy))).toEqual({ code: 'passwordTooSimple', status: 409 })
  }
  expect(await hashOf(one)).toBeUndefined()
})

test('what was counted as wrong counts no longer', async () => {
  const [one, other] = [await holder(record), await holder(record)]
  await record.sql.query(`insert into tries select 'password:' || k, 9, 9999999999999 from unnest($1::text[]) k`, [[one.cardId, other.cardId]])
  await ok(set(one, '482915'))
  const { rows } = await record.sql.query(`select key from tries where key like 'password:%'`)
  expect(rows).toEqual([{ key: `password:${other.cardId}` }])
})

test('a citizen sets theirs with a check for it, which is used up with it', async () => {
  const one = await holder(record)
  const { token, check } = await signedIn(record, one, 'wechat')
  const { cardId } = one
  const verificationId = await check({ purpose: 'setPassword', cardId })
  const request = { cardId, verificationId, password: '482915', idempotencyKey: newKey() }
  expect(await refused(call('card/setServicePassword', { ...request, password: '111111' }, token))).toEqual({ code: 'passwordTooSimple', status: 409 })
  const first = await ok(call('card/setServicePassword', request, token))
  expect(await ok(call('card/setServicePassword', request, token))).toEqual(first)
  expect(await isPassword('482915', (await hashOf(one)) ?? '')).toBe(true)
  expect(await refused(call('card/setServicePassword', { ...request, idempotencyKey: newKey() }, token))).toEqual({ code: 'verificationUsed', status: 409 })
  expect(await refused(call('card/setServicePassword', { ...request, password: '739164' }, token))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
  const wrong = await check({ purpose: 'reportLoss', cardId })
  expect(await refused(call('card/setServicePassword', { ...request, verificationId: wrong, idempotencyKey: newKey() }, token))).toEqual({ code: 'verificationRefused', status: 403 })
  expect((await everything()).match(/482915|739164/)).toBeNull()
})

test('a copy of one\'s own data says when it was set, never which', async () => {
  const one = await holder(record)
  await ok(set(one, '482915'))
  const { token, check } = await signedIn(record, one, 'wechat')
  const { copy } = await ok(call('person/exportData', { verificationId: await check({ purpose: 'exportData' }) }, token))
  const { cards: [card] } = JSON.parse(copy) as { cards: { servicePasswordSetAt?: string }[] }
  expect(card?.servicePasswordSetAt).toMatch(/\+08:00$/)
  expect(copy).not.toContain((await hashOf(one)) ?? '')
})

test('a proxy sets none', async () => {
  const { tianfu } = doors.partners
  const one = await holder(record)
  const proxy = { role: 'proxy' as const, name: '示例公民路', idNumber: '000000199004150104' }
  expect(await refused(callAs(tianfu, 'channel/setServicePassword', { ...acted(tianfu, one, { applicant: proxy }), password: '482915' }))).toEqual({ code: 'holderOnly', status: 409 })
})
