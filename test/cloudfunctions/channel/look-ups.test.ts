import { call, ok, openRecord, refused, type TestRecord } from '../../support/record'
import { acceptedCard, makers } from '../orders/stage'
import { callAs, holder, newKey, openDoors, signedIn, window1, type Doors } from './stage'

jest.setTimeout(60_000)

let record: TestRecord
let doors: Doors
beforeAll(async () => {
  record = await openRecord()
  doors = await openDoors(record)
})
afterAll(() => record.close())

const rowsOf = async (cardId: string) => {
  const { rows } = await record.sql.query('select partner_id, staff, outlet, operation from card_access where card_key = $1 order by position', [cardId])
  return rows.slice(1)
}

test('who looked at a card, and where they stood, is kept, shown to its holder, and never rewritten', async () => {
  const one = await holder(record)
  const { counter, bank } = doors.partners
  await ok(callAs(counter, 'channel/cardStatus', { find: { idNumber: one.id_number }, staff: window1 }))
  await ok(callAs(counter, 'channel/history', { card: { cardId: one.cardId }, staff: window1 }))
  await ok(callAs(bank, 'channel/cardStatus', { find: { cardNumber: one.card_number }, staff: { id: 'b-1' } }))
  expect(await rowsOf(one.cardId)).toEqual([
    { partner_id: counter.partnerId, staff: 'staff-1', outlet: 'chengdu.wuhou-agency', operation: 'cardStatus' },
    { partner_id: counter.partnerId, staff: 'staff-1', outlet: 'chengdu.wuhou-agency', operation: 'history' },
    { partner_id: bank.partnerId, staff: 'b-1', outlet: null, operation: 'cardStatus' },
  ])
  const who = await signedIn(record, one, 'wechat')
  const { kept } = await ok(call('person/myData', {}, who.token))
  expect(kept).toContainEqual({ what: 'lookUp', count: 4 })
  const { copy } = await ok(call('person/exportData', { verificationId: await who.check({ purpose: 'exportData' }) }, who.token))
  const { cards: [card] } = JSON.parse(copy) as { cards: { lookedAtByPartners: unknown[] }[] }
  expect(card?.lookedAtByPartners.slice(1)).toEqual([
    { at: expect.any(String), partner: counter.name, staff: 'staff-1', outlet: 'chengdu.wuhou-agency', operation: 'cardStatus' },
    { at: expect.any(String), partner: counter.name, staff: 'staff-1', outlet: 'chengdu.wuhou-agency', operation: 'history' },
    { at: expect.any(String), partner: bank.name, staff: 'b-1', operation: 'cardStatus' },
  ])
  await expect(record.sql.query(`update card_access set staff = 'x'`)).rejects.toThrow('append-only')
})

test('a look that finds nothing, or is refused, is none', async () => {
  const one = await holder(record)
  await refused(callAs(doors.partners.counter, 'channel/history', { card: { cardNumber: '990100000000000009' }, staff: window1 }))
  await refused(callAs(doors.partners.counter, 'channel/history', { card: { cardId: one.cardId }, staff: window1, cursor: 'tampered' }))
  expect(await rowsOf(one.cardId)).toEqual([])
})

test('there is no answer without its record', async () => {
  const one = await acceptedCard(record, await makers(record))
  await record.sql.query('alter table card_access rename to elsewhere')
  const answers = [
    await callAs(doors.partners.counter, 'channel/cardStatus', { find: { cardId: one.cardId }, staff: window1 }),
    await callAs(doors.partners.counter, 'channel/history', { card: { cardId: one.cardId }, staff: window1 }),
    await callAs(doors.partners.counter, 'channel/receipt', { card: { cardId: one.cardId }, staff: window1 }),
    await callAs(doors.partners.counter, 'channel/orders', { staff: window1, states: ['accepted'] }),
  ]
  await record.sql.query('alter table elsewhere rename to card_access')
  expect(answers.map((answer) => answer.ok)).toEqual([false, false, false, false])
})

test('a receipt, an order and a dispute that are shown are looks as well, each with who stood there', async () => {
  const who = await makers(record)
  const { counter } = who
  const one = await acceptedCard(record, who)
  const { token } = await signedIn(record, one, 'wechat')
  await ok(call('card/dispute', { cardId: one.cardId, about: 'lossReported', idempotencyKey: newKey() }, token))
  await ok(callAs(counter, 'channel/receipt', { card: { cardId: one.cardId }, staff: window1 }))
  const { orders } = await ok(callAs(counter, 'channel/orders', { staff: window1, states: ['accepted'] }))
  const { disputes } = await ok(callAs(counter, 'channel/disputes', { staff: window1 }))
  expect([...orders, ...disputes].filter(({ card }) => card.cardId === one.cardId)).toHaveLength(2)
  const looks = ['receipt', 'orders', 'disputes'].map((operation) => ({ partner_id: counter.partnerId, staff: 'staff-1', outlet: 'chengdu.wuhou-agency', operation }))
  expect(await rowsOf(one.cardId)).toEqual(looks)
  // a receipt that there is not was not shown
  const other = await holder(record)
  await refused(callAs(counter, 'channel/receipt', { card: { cardId: other.cardId }, staff: window1 }))
  expect(await rowsOf(other.cardId)).toEqual([])
})
