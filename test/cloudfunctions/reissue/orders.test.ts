import { day } from '@/domain/time'
import { openRecord, type TestRecord } from '../../support/record'
import { call, newKey, ok, refused } from '../../support/record/citizen'
import { aPhoto, photoOf } from '../../support/record/photo'
import { address, applied, apply, elsewhere, makerAt, orderOf, someone, upload, type Acting, type Maker } from './stage'

// many requests, on a machine that may be busy
jest.setTimeout(180_000)

let record: TestRecord
let maker: Maker
beforeAll(async () => {
  record = await openRecord()
  maker = await makerAt(record)
})
afterAll(() => record.close())

const holds = async ({ cardId }: Pick<Acting, 'cardId'>) => expect(await record.services.repository.cards.verifyHistory(cardId)).toBeNull()
const privateOf = async ({ cardId }: Acting) => (await record.sql.query<{ over: boolean; photo: boolean | null }>(
  `select over_at is not null as over, (select f.until_at is not null from photo f where f.photo_id = o.photo_id) as photo from order_private o where card_key = $1`, [cardId])).rows
const changeAddress = (who: Acting, orderId: string, to = elsewhere, idempotencyKey: string = newKey()) =>
  call('reissue/changeAddress', { cardId: who.cardId, orderId, address: to, idempotencyKey }, who.token)
const correct = (who: Acting, orderId: string, over: { photoId?: string; address?: typeof address } = {}) =>
  call('reissue/correct', { cardId: who.cardId, orderId, idempotencyKey: newKey(), ...over }, who.token)
const cancel = (who: Acting, orderId: string) => call('reissue/cancel', { cardId: who.cardId, orderId, idempotencyKey: newKey() }, who.token)

test('an order shows how far it has come, from being applied for to being ready', async () => {
  const who = await someone(record)
  const { order: { orderId } } = await applied(who)
  await maker.accept(who.cardId)
  await maker.move(who.cardId, 'produce')
  await maker.move(who.cardId, 'makeReady', { parts: { newNumber: '990199999999999901', newIssuedOn: '2026-12-01', outlet: 'chengdu.wuhou-agency' } })
  const order = await orderOf(who)
  expect(order).toMatchObject({ orderId, state: 'ready', outlet: 'chengdu.wuhou-agency', collectBy: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) })
  expect(order?.steps.map(({ state }) => state)).toEqual(['applied', 'accepted', 'inProduction', 'ready'])
  expect(order?.ready).toBeDefined()
  expect(order?.newCardId).toBeUndefined()
  await holds(who)
})

test('a card of which there was never an order has none', async () => {
  const who = await someone(record)
  expect(await orderOf(who)).toBeUndefined()
  expect(await refused(cancel(who, 'o-none'))).toMatchObject({ code: 'noOrder' })
})

describe('an application', () => {
  test('is taken back while nothing is accepted; address and photo have their end, the report stays', async () => {
    const who = await someone(record)
    const { photoId } = await ok(upload(who, aPhoto()))
    const { order: { orderId } } = await applied(who, { way: 'mail', address, photoId })
    expect(await privateOf(who)).toEqual([{ over: false, photo: false }])
    const { order, card, already } = await ok(cancel(who, orderId))
    expect([already, order.state, card.socialSecurity.state]).toEqual([false, 'cancelled', 'formallyLost'])
    expect(await privateOf(who)).toEqual([{ over: true, photo: true }])
    expect((await ok(cancel(who, orderId))).already).toBe(true)
    expect((await applied(who)).already).toBe(false)
    await holds(who)
  })

  test('is taken back with its report where the card was found', async () => {
    const who = await someone(record)
    await applied(who, { way: 'mail', address })
    const { card } = await ok(call('card/releaseLoss', { cardId: who.cardId, idempotencyKey: newKey(), verificationId: await who.check('releaseLoss') }, who.token))
    expect([card.socialSecurity.state, (await orderOf(who))?.state]).toEqual(['inUse', 'cancelled'])
    expect(await privateOf(who)).toEqual([{ over: true, photo: null }])
    await holds(who)
  })

  test('is not taken back once it is accepted', async () => {
    const who = await someone(record)
    const { order: { orderId } } = await applied(who)
    await maker.accept(who.cardId)
    expect(await refused(cancel(who, orderId))).toMatchObject({ code: 'orderElsewhere' })
  })

  test('that was rejected for its photo is put right with another one', async () => {
    const who = await someone(record)
    const { photoId } = await ok(upload(who, aPhoto()))
    const { order: { orderId } } = await applied(who, { reason: 'oldMedicalCard', photoId })
    await maker.move(who.cardId, 'reject', { rejectedFor: 'photo' })
    expect((await orderOf(who))?.rejectedFor).toBe('photo')
    expect(await refused(correct(who, orderId))).toMatchObject({ code: 'photoNeeded' })
    expect(await refused(correct(who, orderId, { photoId }))).toMatchObject({ code: 'photoNeeded' })
    const { photoId: better } = await ok(upload(who, photoOf(413, 531)))
    const { order, already } = await ok(correct(who, orderId, { photoId: better }))
    expect([already, order.state, order.rejectedFor, order.photo]).toEqual([false, 'applied', undefined, true])
    const { rows } = await record.sql.query('select photo_id = $2 as better, until_at is null as kept from photo where card_key = $1 order by at', [who.cardId, better])
    expect(rows).toEqual([{ better: false, kept: false }, { better: true, kept: true }])
    expect((await ok(correct(who, orderId, {}))).already).toBe(true)
    await holds(who)
  })

  test('that was rejected for its address is put right with one', async () => {
    const who = await someone(record)
    const { order: { orderId } } = await applied(who, { way: 'mail', address })
    await maker.move(who.cardId, 'reject', { rejectedFor: 'address' })
    expect(await refused(correct(who, orderId))).toMatchObject({ code: 'addressNeeded' })
    expect((await ok(correct(who, orderId, { address: elsewhere }))).order.address).toEqual(elsewhere)
  })
})

describe('the address', () => {
  test('changes until the card is in the mail, and again once it came back', async () => {
    const who = await someone(record)
    const { order: { orderId } } = await applied(who, { way: 'mail', address })
    const key = newKey()
    const first = await ok(changeAddress(who, orderId, elsewhere, key))
    expect([first.already, first.order.address]).toEqual([false, elsewhere])
    expect(await ok(changeAddress(who, orderId, elsewhere, key))).toEqual(first)
    expect(await refused(changeAddress(who, orderId, address, key))).toMatchObject({ code: 'idempotencyKeyReused' })
    expect((await ok(changeAddress(who, orderId))).already).toBe(true)
    await maker.accept(who.cardId)
    expect((await ok(changeAddress(who, orderId, address))).order.address).toEqual(address)
    await maker.move(who.cardId, 'mail', { parts: { trackingNumber: 'SF-1001' } })
    expect(await refused(changeAddress(who, orderId))).toMatchObject({ code: 'orderElsewhere' })
    await maker.move(who.cardId, 'sendBack')
    expect((await ok(changeAddress(who, orderId))).order).toMatchObject({ state: 'returned', address: elsewhere })
    await maker.move(who.cardId, 'mail', { parts: { trackingNumber: 'SF-1002' } })
    expect(await orderOf(who)).toMatchObject({ state: 'mailed', trackingNumber: 'SF-1002', address: elsewhere })
    await holds(who)
  })

  test('is refused where nothing is sent, of another order, and of a district that is none', async () => {
    const who = await someone(record)
    const { order: { orderId } } = await applied(who)
    expect(await refused(changeAddress(who, orderId))).toMatchObject({ code: 'notByMail' })
    expect(await refused(changeAddress(who, 'o-none'))).toMatchObject({ code: 'noOrder' })
    expect(await refused(changeAddress(who, orderId, { ...address, division: '510100' }))).toMatchObject({ code: 'invalidRequest' })
    expect(await refused(changeAddress(await someone(record), orderId))).toMatchObject({ code: 'noOrder' })
  })

  test('changes in one of two requests at once while the card is put in the mail, or not at all', async () => {
    const who = await someone(record)
    const { order: { orderId } } = await applied(who, { way: 'mail', address })
    await maker.accept(who.cardId)
    const [given] = await Promise.all([changeAddress(who, orderId), maker.move(who.cardId, 'mail')])
    const found = await orderOf(who)
    expect([found?.state, found?.address]).toEqual(['mailed', given.ok ? elsewhere : address])
  })
})

describe('a photo', () => {
  test.each([
    ['is no JPEG', Buffer.from('not a picture at all').toString('base64'), 'photo.format'],
    ['is a JPEG that was cut off', Buffer.from(aPhoto(), 'base64').subarray(0, -2).toString('base64'), 'photo.format'],
    ['is too small', photoOf(120, 150), 'photo.size'],
    ['lies on its side', photoOf(441, 358), 'photo.proportions'],
  ])('that %s is refused', async (_what, photo, field) => {
    const answer = await upload(await someone(record), photo)
    expect(answer.ok ? null : [answer.error.code, answer.error.details?.field]).toEqual(['invalidRequest', field])
  })

  test('is kept once, sealed, for a day', async () => {
    const who = await someone(record)
    const [key, photo] = [newKey(), aPhoto(200_000)]
    const first = await ok(upload(who, photo, key))
    expect(await ok(upload(who, photo, key))).toEqual(first)
    expect(await refused(upload(who, aPhoto(), key))).toMatchObject({ code: 'idempotencyKeyReused' })
    const { rows } = await record.sql.query<{ lasts: number; sealed: string }>('select until_at - at as lasts, sealed_photo as sealed from photo where card_key = $1', [who.cardId])
    expect(rows.map(({ lasts }) => Number(lasts))).toEqual([day])
    expect(rows[0]?.sealed).not.toContain(photo.slice(0, 40))
    expect(await record.services.repository.orders.photoOf(who.cardId, first.photoId)).toBe(photo)
  })

  test('that nobody used by then is gone', async () => {
    const who = await someone(record)
    const { photoId } = await ok(upload(who, aPhoto()))
    await record.sql.query('update photo set until_at = 1 where card_key = $1', [who.cardId])
    expect(await refused(apply(who, { photoId }))).toMatchObject({ code: 'photoNeeded' })
  })

  test('of another card is none of this one', async () => {
    const [who, other] = [await someone(record), await someone(record)]
    const { photoId } = await ok(upload(other, aPhoto()))
    expect(await refused(apply(who, { photoId }))).toMatchObject({ code: 'photoNeeded' })
  })

  test('waits with nine others, and no more', async () => {
    const who = await someone(record)
    for (let count = 0; count < 10; count += 1) await ok(upload(who, aPhoto()))
    expect(await refused(upload(who, aPhoto()))).toMatchObject({ code: 'tooManyRequests' })
  })
})

describe('a new card', () => {
  const activate = async (who: Acting, password: string, verificationId?: string, idempotencyKey: string = newKey()) =>
    call('reissue/activate', { cardId: who.cardId, password, idempotencyKey, verificationId: verificationId ?? (await who.check('activate')) }, who.token)
  const passwordsOf = async ({ cardId }: Acting) => (await record.sql.query('select from service_password where card_key = $1', [cardId])).rowCount

  test('works from when it is activated, with its service password', async () => {
    const who = await someone(record, { state: 'notActivated' })
    const [verificationId, key] = [await who.check('activate'), newKey()]
    const first = await ok(activate(who, '482915', verificationId, key))
    expect([first.already, first.card.socialSecurity.state, first.card.financial.state]).toEqual([false, 'inUse', 'notActivated'])
    expect(await passwordsOf(who)).toBe(1)
    expect(await ok(activate(who, '482915', verificationId, key))).toEqual(first)
    expect(await refused(activate(who, '482916', verificationId, key))).toMatchObject({ code: 'idempotencyKeyReused' })
    expect(await refused(activate(who, '482915', verificationId))).toMatchObject({ code: 'verificationUsed' })
    const { rows } = await record.sql.query('select kind from card_relay where card_key = $1', [who.cardId])
    expect(rows).toEqual([{ kind: 'activated' }])
    await holds(who)
  })

  test('with a password that anybody would try is not activated', async () => {
    const who = await someone(record, { state: 'notActivated' })
    expect(await refused(activate(who, '123456'))).toMatchObject({ code: 'passwordTooSimple' })
    expect([(await ok(call('card/get', { cardId: who.cardId }, who.token))).card.socialSecurity.state, await passwordsOf(who)]).toEqual(['notActivated', 0])
  })

  test('that works already keeps the password it has', async () => {
    const who = await someone(record)
    expect((await ok(activate(who, '482915'))).already).toBe(true)
    expect(await passwordsOf(who)).toBe(0)
  })

  test('that is lost itself, or locked, is not activated', async () => {
    const [lost, locked] = [await someone(record, { state: 'notActivated' }), await someone(record, { state: 'locked' })]
    await ok(call('card/reportLoss', { cardId: lost.cardId, idempotencyKey: newKey(), verificationId: await lost.check('reportLoss') }, lost.token))
    expect(await refused(activate(lost, '482915'))).toMatchObject({ code: 'lossReportedHere' })
    expect(await refused(activate(locked, '482915'))).toMatchObject({ code: 'cardLocked' })
  })
})

test('nothing that goes with an order can be read in any table', async () => {
  const who = await someone(record)
  const { order: { orderId } } = await applied(who, { way: 'mail', address })
  await ok(changeAddress(who, orderId))
  await maker.accept(who.cardId)
  await maker.move(who.cardId, 'produce', { parts: { newNumber: '990188888888888801', newIssuedOn: '2026-12-01' } })
  const { rows: tables } = await record.sql.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and tablename not in ('outlet', 'outlet_version', 'outlet_publication', 'partner')`)
  const { rows } = await record.sql.query<{ row: string }>(tables.map(({ name }) => `select t::text as row from ${name} t`).join(' union all '))
  const dump = rows.map(({ row }) => row).join('\n')
  expect(dump).toContain(orderId)
  const secrets = [address, elsewhere].flatMap(({ recipient, phone, street }) => [recipient, phone, street])
  expect([...secrets, '990188888888888801'].filter((text) => dump.includes(text))).toEqual([])
})
