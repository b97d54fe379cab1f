import { civilDate } from '@/domain/time'
import { tellAll } from '../../../cloudfunctions/host/telling'
import { call, ok, openRecord, refused, type TestRecord } from '../../support/record'
import { acted, callAs, newKey, partner, window1, word } from '../channel/stage'
import { address, applied, orderOf, someone } from '../reissue/stage'
import { collect, delivered, found, inAWord, makers, move, reject, someNumber, toCollect, type Makers } from './stage'

jest.setTimeout(120_000)

let record: TestRecord
let who: Makers
beforeAll(async () => {
  record = await openRecord()
  who = await makers(record)
})
afterAll(() => record.close())

const inboxOf = async (token: string) => (await ok(call('person/inbox', {}, token))).messages
const byItself = { card: (cardId: string) => ({ card: { cardId }, staff: window1, idempotencyKey: newKey() }) }

test('from lost to working again: applied for online, accepted, made, collected, activated at a counter and at the bank', async () => {
  const { counter, bank } = who
  const citizen = await someone(record)
  const { order: { orderId } } = await applied(citizen)
  const { cardId, token, row } = citizen
  const { position } = await ok(callAs(counter, 'channel/events', {}))

  const { orders: waiting } = await ok(callAs(counter, 'channel/orders', { staff: window1, states: ['applied'] }))
  expect(waiting.map(({ order }) => order.orderId)).toContain(orderId)
  expect((await ok(callAs(counter, 'channel/acceptReissue', { ...byItself.card(cardId), kind: 'replacement' }))).result).toBe('done')
  expect((await ok(move(bank, { cardId, orderId }, { move: 'produce' }))).order.state).toBe('inProduction')
  const newNumber = someNumber()
  const made = await ok(move(bank, { cardId, orderId }, { move: 'makeReady', newCardNumber: newNumber, newIssuedOn: '2026-11-20' }))
  expect([made.order.state, made.order.collectBy]).toEqual(['ready', expect.any(String)])
  expect((await refused(callAs(counter, 'channel/cardStatus', { find: { cardNumber: newNumber }, staff: window1 }))).code).toBe('notFound')

  const handed = await ok(collect(counter, { cardId, orderId }))
  expect([handed.result, handed.card.socialSecurity.state, handed.order.state]).toEqual(['done', 'cancelled', 'collected'])
  const next = await found(counter, newNumber)
  expect([next.socialSecurity.state, next.financial.state, next.issuingBank, next.city]).toEqual(['notActivated', 'notActivated', 'icbc', 'chengdu'])
  expect(handed.order.newCardId).toBe(next.cardId)
  const { cards } = await ok(call('card/list', {}, token))
  expect(cards.map((card) => card.cardId).sort()).toEqual([cardId, next.cardId].sort())
  expect((await record.sql.query('select issued_on, replaces_key, replaces_order from card where card_key = $1', [next.cardId])).rows)
    .toEqual([{ issued_on: '2026-11-20', replaces_key: cardId, replaces_order: orderId }])

  const activated = await ok(callAs(counter, 'channel/activate', { ...acted(counter, next), password: '482915' }))
  expect([activated.result, activated.card.socialSecurity.state]).toEqual(['done', 'inUse'])
  expect((await orderOf(citizen))?.state).toBe('socialSecurityActivated')
  expect((await record.sql.query('select from service_password where card_key = $1', [next.cardId])).rowCount).toBe(1)
  expect((await ok(callAs(bank, 'channel/bankActivated', byItself.card(next.cardId)))).card.financial.state).toBe('inUse')
  const order = await orderOf(citizen)
  expect(order?.steps.map(({ state }) => state)).toEqual(['applied', 'accepted', 'inProduction', 'ready', 'collected', 'socialSecurityActivated', 'closed'])

  await tellAll(record.services)
  const ofOld = (await inboxOf(token)).filter((one) => one.cardId === cardId).map(({ about }) => about)
  expect(ofOld).toEqual(['reissueMoved', 'reissueMoved', 'reissueMoved', 'reissueMoved', 'reissueMoved', 'reissueAccepted', 'reissueApplied', 'lossReported'])
  const ofNew = (await inboxOf(token)).filter((one) => one.cardId === next.cardId)
  expect(ofNew.map(({ about }) => about)).toEqual(['functionActivated', 'passwordSet', 'functionActivated', 'cardOpened'])
  const { events } = await ok(callAs(counter, 'channel/events', { after: position }))
  const fed = events.filter((one) => [cardId, next.cardId].includes(one.cardId)).map((one) => `${one.cardId === cardId ? 'old' : 'new'} ${one.what}`)
  expect(fed.slice(-9)).toEqual(['old reissueMoved', 'old reissueMoved', 'old reissueMoved', 'new cardImported', 'new functionActivated', 'new passwordSet', 'old reissueMoved', 'new functionActivated', 'old reissueMoved'])
  for (const key of [cardId, next.cardId]) expect(await record.services.repository.cards.verifyHistory(key)).toBeNull()
  // the same again is so already
  expect(await inAWord(collect(counter, { cardId, orderId }))).toBe('already')
  expect(await word(callAs(counter, 'channel/acceptReissue', { ...acted(counter, row), kind: 'replacement' }))).toBe('cardCancelled')
})

test('a bank that prints while one waits accepts, has it ready, hands it over and activates in a row', async () => {
  const bank = await partner(record, { channel: 'bank' })
  const { row, cardId } = await someone(record)
  expect(await word(callAs(bank, 'channel/acceptReissue', { ...acted(bank, row), kind: 'exchange', reason: 'damaged' }))).toBe('done')
  const { orders } = await ok(callAs(bank, 'channel/orders', { staff: window1, states: ['accepted'] }))
  const mine = orders.find(({ card }) => card.cardId === cardId)
  if (!mine) throw new Error('the order is not there')
  const { order: { orderId, way } } = mine
  expect(way).toBe('instant')
  const newNumber = someNumber()
  await ok(move(bank, { cardId, orderId }, { move: 'makeReady', newCardNumber: newNumber }))
  await ok(collect(bank, { cardId, orderId }))
  const { cardId: newCardId } = await found(bank, newNumber)
  expect(await refused(callAs(bank, 'channel/activate', acted(bank, { cardId: newCardId })))).toEqual({ code: 'activatedElsewhere', status: 409, where: ['counter', 'terminal', 'wechat', 'alipay'] })
  expect((await ok(callAs(bank, 'channel/bankActivated', byItself.card(newCardId)))).card.financial.state).toBe('inUse')
  expect((await record.sql.query('select issued_on from card where card_key = $1', [newCardId])).rows).toEqual([{ issued_on: civilDate(Date.now()) }])
})

test('one that goes by mail: the address is for whoever sends it, and nobody stands there when it comes', async () => {
  const { counter, bank, bureau } = who
  const citizen = await someone(record)
  const { cardId } = citizen
  const { order: { orderId } } = await applied(citizen, { way: 'mail', address })
  await ok(callAs(counter, 'channel/acceptReissue', { ...byItself.card(cardId), kind: 'replacement' }))
  const one = { cardId, orderId }
  const masked = { ...address, recipient: '示****', phone: '138****0001', street: '示例大****' }
  expect((await ok(move(bank, one, { move: 'produce' }))).order.address).toEqual(masked)
  const listed = async (by: Makers[keyof Makers]) => (await ok(callAs(by, 'channel/orders', { staff: window1, states: ['inProduction'] }))).orders.find(({ order }) => order.orderId === orderId)
  expect((await listed(bank))?.order.address).toEqual(masked)
  expect((await listed(counter))?.order.address).toEqual(address)
  const sent = await ok(move(bureau, one, { move: 'mail', trackingNumber: 'EX000000001CN' }))
  expect([sent.order.address, sent.order.trackingNumber]).toEqual([address, 'EX000000001CN'])
  expect(await inAWord(delivered(bureau, one))).toBe('newCardUnknown')
  await ok(move(bureau, one, { move: 'sendBack' }))
  await ok(move(bureau, one, { move: 'mail', newCardNumber: someNumber() }))
  expect((await refused(collect(bureau, one))).code).toBe('notPermitted')
  const there = await ok(delivered(bureau, one))
  expect([there.order.state, there.order.address, there.order.newCardId]).toEqual(['collected', masked, expect.any(String)])
  const { rows } = await record.sql.query('select applicant, staff from attestation where card_key = $1 order by seq', [cardId])
  expect(rows).toEqual(Array.from({ length: 6 }, () => ({ applicant: 'bank', staff: window1.id })))
})

test('what has to be put right is said to whoever applied, and can be put right', async () => {
  const citizen = await someone(record)
  const { order: { orderId } } = await applied(citizen)
  const { cardId, token } = citizen
  expect((await ok(reject(who.counter, { cardId, orderId }))).order).toMatchObject({ state: 'rejected', rejectedFor: 'photo' })
  expect(await inAWord(reject(who.counter, { cardId, orderId }))).toBe('already')
  await tellAll(record.services)
  const [newest] = await inboxOf(token)
  expect(newest).toMatchObject({ about: 'reissueMoved' })
  await ok(callAs(who.counter, 'channel/acceptReissue', { ...byItself.card(cardId), kind: 'replacement' }))
  expect(await inAWord(reject(who.counter, { cardId, orderId }))).toBe('orderElsewhere')
})

test('papers: who acts, the receipt, for an exchange the old card, and none missing goes unsaid', async () => {
  const { counter } = who
  const { row, cardId } = await someone(record)
  const bare = { ...acted(counter, row, { evidence: { kind: 'papers', seen: ['holderId'] } }), kind: 'exchange', reason: 'oldMedicalCard' } as const
  expect(await callAs(counter, 'channel/acceptReissue', bare)).toMatchObject({ ok: false, error: { code: 'papersMissing', details: { papers: ['card', 'photo'] } } })
  const whole = { ...acted(counter, row, { evidence: { kind: 'papers', seen: ['holderId', 'card', 'photo'] } }), kind: 'exchange', reason: 'oldMedicalCard' } as const
  await ok(callAs(counter, 'channel/acceptReissue', whole))
  const orderId = (await record.sql.query<{ id: string }>('select reissue_id as id from reissue where card_key = $1', [cardId])).rows[0]?.id ?? ''
  await ok(move(counter, { cardId, orderId }, { move: 'makeReady', newCardNumber: someNumber() }))
  const seen = (...papers: ('holderId' | 'receipt' | 'card')[]) => collect(counter, { cardId, orderId }, undefined, { kind: 'papers', seen: papers })
  expect(await seen('holderId')).toMatchObject({ ok: false, error: { code: 'papersMissing', details: { papers: ['receipt', 'card'] } } })
  expect(await seen('receipt')).toMatchObject({ ok: false, error: { code: 'papersMissing', details: { papers: ['holderId'] } } })
  expect(await inAWord(delivered(counter, { cardId, orderId }))).toBe('papersMissing')
  expect((await ok(collect(counter, { cardId, orderId }, undefined, toCollect))).order.state).toBe('collected')
})
