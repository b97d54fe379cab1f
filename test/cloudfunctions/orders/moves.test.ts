import { movedIn, nextState } from '@/domain/reissue/order'
import { orderStates, type OrderState } from '@/domain/reissue/words'
import { channelOf } from '../../../cloudfunctions/repository'
import type { PartnerChannel } from '../../../cloudfunctions/runtime/partner'
import { call, ok, openRecord, refused, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { acted, callAs, checked, holder, newKey, papers, partner, window1, word, type Called } from '../channel/stage'
import { acceptedCard, collect, found, inAWord, makers, move, orderIdOf, putAt, readyCard, reject, someNumber, toCollect, type Makers } from './stage'

jest.setTimeout(240_000)

let record: TestRecord
let who: Makers
beforeAll(async () => {
  record = await openRecord()
  who = await makers(record)
})
afterAll(() => record.close())

const moves = ['reject', 'produce', 'makeReady', 'mail', 'sendBack', 'collect'] as const
type Move = (typeof moves)[number]
interface Ordered { readonly cardId: string; readonly orderId: string }

const doMove = (by: Called, one: Ordered, name: Move): Promise<string> => {
  if (name === 'reject') return inAWord(reject(by, one))
  if (name === 'collect') return inAWord(collect(by, one, undefined, by.channel === 'tianfu' || by.channel === 'phone' ? checked() : toCollect))
  return inAWord(move(by, one, { move: name }))
}

const eventsOf = async (cardId: string): Promise<string[]> => {
  const { rows } = await record.sql.query<{ what: string }>(`select event->>'what' as what from card_event where card_key = $1 order by seq`, [cardId])
  return rows.map(({ what }) => what)
}
const stateOf = async (cardId: string) => (await record.sql.query('select state from reissue where card_key = $1', [cardId])).rows[0]?.state

/** A card whose new one's number is known, and that may be sent by mail. */
const movable = async (): Promise<Ordered> => {
  const one = await readyCard(record, who)
  await record.sql.query(`update reissue set way = 'mail' where card_key = $1`, [one.cardId])
  return one
}

test.each(orderStates)('an order that is %s goes where its move leads, is there already, or stays', async (state: OrderState) => {
  const one = await movable()
  for (const name of moves) {
    await putAt(record, one.cardId, state)
    const to = nextState(state, name)
    const expected = to === null ? 'orderElsewhere' : to === 'done' ? 'already' : 'done'
    expect([name, await doMove(who.counter, one, name)]).toEqual([name, expected])
    expect([name, await stateOf(one.cardId)]).toEqual([name, to === null || to === 'done' ? state : to])
  }
  expect(await record.services.repository.cards.verifyHistory(one.cardId)).toBeNull()
})

test.each(['counter', 'bank', 'bureau', 'terminal', 'tianfu', 'phone'] as const)('%s makes the moves that are its own', async (channel: PartnerChannel) => {
  const [by, one] = [await partner(record, { channel }), await movable()]
  const from = { reject: 'applied', produce: 'accepted', makeReady: 'accepted', mail: 'accepted', sendBack: 'mailed', collect: 'ready' } as const
  for (const name of moves) {
    await putAt(record, one.cardId, from[name])
    const isOwn = movedIn[name].includes(channelOf(by))
    const isRefused = channel === 'bureau' && (name === 'reject' || name === 'collect')
    expect([name, await doMove(by, one, name)]).toEqual([name, isRefused ? 'notPermitted' : isOwn ? 'done' : 'notMovedHere'])
  }
})

test('two counters that accept at once accept once; a factory and a counter that race leave one order', async () => {
  const one = await holder(record)
  const others = [who.counter, await partner(record, { channel: 'counter' })]
  await ok(callAs(who.counter, 'channel/reportLoss', acted(who.counter, one)))
  const words = await Promise.all(others.map((by) => word(callAs(by, 'channel/acceptReissue', { ...acted(by, one), kind: 'replacement' }))))
  expect(words.sort()).toEqual(['already', 'done'])
  const ordered = { cardId: one.cardId, orderId: await orderIdOf(record, one) }
  const raced = await Promise.all([inAWord(move(who.bureau, ordered, { move: 'produce' })), inAWord(move(who.counter, ordered, { move: 'makeReady' }))])
  // made before it was said to be being made: that is so already
  expect([['done', 'done'], ['already', 'done']]).toContainEqual(raced)
  expect(await stateOf(one.cardId)).toBe('ready')
  expect(await record.services.repository.cards.verifyHistory(one.cardId)).toBeNull()
})

test('64 who hand the same card over at once hand over one, and one new card is there', async () => {
  const one = await readyCard(record, who)
  const words = await atOnce(64, () => inAWord(collect(who.counter, one)))
  expect([words.filter((each) => each === 'done').length, words.filter((each) => each === 'already').length]).toEqual([1, 63])
  expect((await eventsOf(one.cardId)).filter((what) => what === 'reissueMoved')).toHaveLength(2)
  const { rows } = await record.sql.query('select card_key from card where replaces_key = $1', [one.cardId])
  expect(rows).toEqual([{ card_key: (await found(who.counter, one.newNumber)).cardId }])
  expect((await record.sql.query('select from card_relay where sent_at is null')).rowCount).toBe(0)
})

test('nobody can be given a number that is another’s, or the old card’s own; after collection nothing is changed', async () => {
  const [one, other] = [await acceptedCard(record, who), await holder(record)]
  const ready = (newCardNumber: string) => move(who.counter, one, { move: 'makeReady', newCardNumber })
  for (const number of [other.card_number, one.card_number]) {
    expect(await ready(number)).toMatchObject({ ok: false, error: { code: 'invalidRequest', details: { field: 'newCardNumber' } } })
  }
  expect(await refused(ready('12'))).toMatchObject({ code: 'malformedRequest' })
  expect(await inAWord(collect(who.counter, one))).toBe('orderElsewhere')
  await ok(ready(someNumber()))
  const right = someNumber()
  // put right before it is handed over
  expect(await inAWord(ready(right))).toBe('done')
  await ok(collect(who.counter, one))
  expect((await found(who.counter, right)).socialSecurity.state).toBe('notActivated')
  expect(await inAWord(ready(right))).toBe('already')
  expect(await inAWord(ready(someNumber()))).toBe('orderElsewhere')
})

test('a dispute stops everything towards the new card; one that is upheld ends the order', async () => {
  const one = await readyCard(record, who)
  await record.sql.query(`insert into dispute (card_key, dispute_id, about, author, city, opened_at) values ($1, 'd-1', 'reissueAccepted', 'cardholder', 'chengdu', 1)`, [one.cardId])
  expect(await inAWord(collect(who.counter, one))).toBe('disputeOpen')
  await ok(callAs(who.counter, 'channel/closeDispute', { ...acted(who.counter, one), disputeId: 'd-1', outcome: 'upheld' }))
  expect(await inAWord(collect(who.counter, one))).toBe('orderElsewhere')
})

describe('a bank', () => {
  test('makes and sees the new cards that are its own, and another’s only where the reason lets it', async () => {
    const bocd = await partner(record, { channel: 'bank', bank: 'bocd' })
    const one = await holder(record)
    const accept = (over: object) => word(callAs(bocd, 'channel/acceptReissue', { ...acted(bocd, one), kind: 'exchange', ...over }))
    expect(await accept({})).toBe('notThisBank')
    expect(await accept({ reason: 'damaged' })).toBe('notThisBank')
    expect(await accept({ reason: 'bankChanged' })).toBe('done')
    const ordered = { cardId: one.cardId, orderId: await orderIdOf(record, one) }
    const listed = async (by: Called) => (await ok(callAs(by, 'channel/orders', { staff: window1, states: ['accepted'] }))).orders.map(({ order }) => order.orderId)
    expect(await listed(bocd)).toContain(ordered.orderId)
    expect(await listed(who.bank)).not.toContain(ordered.orderId)
    expect(await word(callAs(bocd, 'channel/bankReported', { card: { cardId: one.cardId }, staff: window1, idempotencyKey: newKey() }))).toBe('notThisBank')
    const newNumber = someNumber()
    await ok(move(bocd, ordered, { move: 'makeReady', newCardNumber: newNumber }))
    await ok(collect(bocd, ordered))
    expect((await found(bocd, newNumber)).issuingBank).toBe('bocd')
    expect((await ok(callAs(bocd, 'channel/bankActivated', { card: { cardNumber: newNumber }, staff: window1, idempotencyKey: newKey() }))).result).toBe('done')
  })
})

test('what is asked for in person has to be possible here: ways, banks, an address, applications that nobody made', async () => {
  const one = await holder(record)
  const { counter } = who
  const accept = (over: object) => callAs(counter, 'channel/acceptReissue', { ...acted(counter, one, { evidence: papers('holderId', 'card', 'photo') }), kind: 'exchange', reason: 'damaged', ...over })
  expect(await refused(accept({ way: 'instant' }))).toEqual({ code: 'wayNotOffered', status: 409, where: ['bank'] })
  expect((await refused(accept({ way: 'mail' }))).code).toBe('addressNeeded')
  expect((await refused(accept({ bank: 'bocd' }))).code).toBe('bankNotOffered')
  expect((await refused(accept({ kind: 'replacement' }))).code).toBe('reissueNeedsReport')
  const nobody = { card: { cardId: one.cardId }, staff: window1, idempotencyKey: newKey(), kind: 'exchange' as const }
  expect(await inAWord(callAs(counter, 'channel/acceptReissue', nobody))).toBe('noOrder')
  expect(await refused(callAs(counter, 'channel/acceptReissue', { ...nobody, applicant: { role: 'cardholder' } }))).toMatchObject({ code: 'invalidRequest' })
  const address = { recipient: '示例收件人', phone: '13800000001', division: '510107', street: '示例大道一号' }
  await ok(accept({ way: 'mail', address }))
  const { orders } = await ok(callAs(counter, 'channel/orders', { staff: window1, states: ['accepted'] }))
  expect(orders.find(({ card }) => card.cardId === one.cardId)?.order).toMatchObject({ way: 'mail', reason: 'damaged', address })
  expect(JSON.stringify((await record.sql.query('select * from order_private where card_key = $1', [one.cardId])).rows)).not.toContain('示例大道')
})

test('orders are read page by page, the longest waiting first, each once, by whoever the cursor is of', async () => {
  const beijing = await partner(record, { channel: 'counter', cities: ['beijing'] })
  for (let each = 0; each < 22; each += 1) {
    const { cardId } = await acceptedCard(record, who, { kind: 'exchange' })
    await record.sql.query(`update reissue set city = 'beijing', moved_at = 1000 + $2 where card_key = $1`, [cardId, each])
    await record.sql.query(`update card set city = 'beijing' where card_key = $1`, [cardId])
  }
  const page = (by: Called, cursor?: string) => callAs(by, 'channel/orders', { staff: window1, states: ['accepted'], ...(cursor && { cursor }) })
  const first = await ok(page(beijing))
  const rest = await ok(page(beijing, first.cursor))
  expect([first.orders.length, rest.orders.length, rest.cursor]).toEqual([20, 2, undefined])
  expect(new Set([...first.orders, ...rest.orders].map(({ order }) => order.orderId)).size).toBe(22)
  const { rows } = await record.sql.query<{ reissue_id: string }>(`select reissue_id from reissue where city = 'beijing' and state = 'accepted' order by moved_at limit 20`)
  expect(first.orders.map(({ order }) => order.orderId)).toEqual(rows.map((row) => row.reissue_id))
  expect(await refused(page(beijing, `${first.cursor}0`))).toMatchObject({ code: 'invalidRequest' })
  expect(await refused(page(who.counter, first.cursor))).toMatchObject({ code: 'invalidRequest' })
  expect(await refused(callAs(beijing, 'channel/orders', { staff: window1, states: ['ready'], cursor: first.cursor }))).toMatchObject({ code: 'invalidRequest' })
})

test('whoever has no leave for it is refused; a card of another city is not there', async () => {
  const { cardId, orderId } = await acceptedCard(record, who)
  const none = await partner(record, { channel: 'counter', operations: ['cardStatus'] })
  expect((await refused(move(none, { cardId, orderId }, { move: 'produce' }))).code).toBe('notPermitted')
  const elsewhere = await partner(record, { channel: 'counter', cities: ['shanghai'] })
  expect(await inAWord(move(elsewhere, { cardId, orderId }, { move: 'produce' }))).toBe('notFound')
  expect(await inAWord(move(who.counter, { cardId, orderId: 'another' }, { move: 'produce' }))).toBe('noOrder')
  expect((await call('channel/orders', { staff: window1, states: ['accepted'] })).ok).toBe(false)
})
