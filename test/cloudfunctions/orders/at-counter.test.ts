import type { OrderOnWire, RequestOf } from '@/contract'
import { openRecord, ok, refused, type TestRecord } from '../../support/record'
import { aPhoto } from '../../support/record/photo'
import { acted, callAs, holder, newKey, papers, partner, window1, type Called, type Holder } from '../channel/stage'
import { openPdfReader, type PdfReader } from '../documents/read-pdf'
import { address, applied, elsewhere, someone, upload } from '../reissue/stage'
import { inAWord, makers, move, reject, someNumber, type Makers } from './stage'

jest.setTimeout(180_000)

let record: TestRecord
let who: Makers
let reader: PdfReader
beforeAll(async () => {
  record = await openRecord()
  who = await makers(record)
  reader = openPdfReader()
})
afterAll(async () => {
  await reader.close()
  await record.close()
})

type Accept = RequestOf<'channel/acceptReissue'>
interface Ordered { readonly cardId: string; readonly orderId: string }

const brought = { evidence: papers('holderId', 'card') }
const accept = (one: Pick<Holder, 'cardId'>, over: Partial<Accept>) =>
  callAs(who.counter, 'channel/acceptReissue', { ...acted(who.counter, one, brought), kind: 'exchange', reason: 'damaged', ...over })
const orderOf = async ({ cardId }: Pick<Holder, 'cardId'>): Promise<OrderOnWire> => {
  const { cards: [card] } = await ok(callAs(who.counter, 'channel/cardStatus', { find: { cardId }, staff: window1 }))
  if (!card?.order) throw new Error('the card has no order')
  return card.order
}
const accepted = async (over: Partial<Accept>): Promise<Ordered> => {
  const one = await holder(record)
  await ok(accept(one, over))
  return { cardId: one.cardId, orderId: (await orderOf(one)).orderId }
}
const cancel = (one: Ordered, evidence = papers('holderId')) =>
  callAs(who.counter, 'channel/cancelOrder', { ...acted(who.counter, one, { evidence }), orderId: one.orderId })
const correct = (one: Ordered, over: Partial<RequestOf<'channel/correctOrder'>> = {}) =>
  callAs(who.counter, 'channel/correctOrder', { ...acted(who.counter, one), orderId: one.orderId, ...over })
const sendTo = (by: Called, one: Ordered, to = elsewhere) => callAs(by, 'channel/changeAddress', { ...acted(by, one), orderId: one.orderId, address: to })
const looksAt = async ({ cardId }: Pick<Holder, 'cardId'>, operation: string) =>
  (await record.sql.query('select from card_access where card_key = $1 and operation = $2', [cardId, operation])).rowCount

describe('whoever asks for a new card at a counter', () => {
  test('says where it is collected: it stands in the order, on the receipt, and on its page by name', async () => {
    const one = await accepted({ way: 'serviceOutlet', outlet: 'chengdu.wuhou-agency' })
    expect((await orderOf(one)).outlet).toBe('chengdu.wuhou-agency')
    const { receipt, pdf } = await ok(callAs(who.counter, 'channel/receipt', { card: { cardId: one.cardId }, staff: window1 }))
    expect(receipt).toMatchObject({ outlet: 'chengdu.wuhou-agency', outletName: expect.stringContaining('武侯') })
    expect((await reader.read(Buffer.from(pdf, 'base64'))).text).toContain('领卡网点')
  })

  test('chooses none that its city’s list does not have, and none at all for a card that is mailed', async () => {
    const one = await holder(record)
    for (const outlet of ['chengdu.nowhere', 'beijing.wuhou-agency']) {
      expect(await accept(one, { outlet })).toMatchObject({ ok: false, error: { code: 'invalidRequest', details: { field: 'outlet' } } })
    }
    await ok(accept(one, { way: 'mail', address, outlet: 'chengdu.wuhou-agency' }))
    expect(await orderOf(one)).toMatchObject({ way: 'mail', address })
    expect((await orderOf(one)).outlet).toBeUndefined()
  })

  test('gives an address in a district that there is', async () => {
    expect(await accept(await holder(record), { way: 'mail', address: { ...address, division: '510199' } }))
      .toMatchObject({ ok: false, error: { code: 'invalidRequest', details: { field: 'address.division' } } })
  })
})

describe('an application that came online', () => {
  const online = async (over: Parameters<typeof applied>[1] = {}): Promise<Ordered> => {
    const citizen = await someone(record)
    const { order: { orderId } } = await applied(citizen, over)
    return { cardId: citizen.cardId, orderId }
  }

  test('is taken back at a counter with the ID card, once, and not after it is accepted', async () => {
    const one = await online()
    expect(await refused(cancel(one, papers('card')))).toMatchObject({ code: 'papersMissing' })
    expect([await inAWord(cancel(one)), await inAWord(cancel(one))]).toEqual(['done', 'already'])
    expect((await orderOf(one)).state).toBe('cancelled')
    expect(await inAWord(cancel(await accepted({})))).toBe('orderElsewhere')
  })

  test('that was rejected for its photo is put right with one that is seen, and waits again', async () => {
    const one = await online()
    expect(await inAWord(correct(one))).toBe('already')
    await ok(reject(who.counter, one))
    expect(await inAWord(correct(one, { evidence: papers('holderId') }))).toBe('photoNeeded')
    expect(await inAWord(correct(one, { evidence: papers('holderId', 'photo') }))).toBe('done')
    expect(await orderOf(one)).toMatchObject({ state: 'applied' })
  })

  test('that was rejected for its address is put right with another', async () => {
    const one = await online({ way: 'mail', address })
    await ok(callAs(who.counter, 'channel/rejectReissue', { card: { cardId: one.cardId }, staff: window1, orderId: one.orderId, rejectedFor: 'address', idempotencyKey: newKey() }))
    expect(await inAWord(correct(one))).toBe('addressNeeded')
    expect(await inAWord(correct(one, { address: elsewhere }))).toBe('done')
    expect((await orderOf(one)).address).toEqual(elsewhere)
  })

  test('has its photo judged at a counter, which is kept as a look; nobody else is shown it', async () => {
    const citizen = await someone(record)
    const photo = aPhoto()
    const { photoId } = await ok(upload(citizen, photo))
    const { order: { orderId } } = await applied(citizen, { reason: 'oldMedicalCard', photoId })
    const show = (by: Called, id = orderId) => callAs(by, 'channel/orderPhoto', { card: { cardId: citizen.cardId }, staff: window1, orderId: id })
    expect((await ok(show(who.counter))).photo).toBe(photo)
    expect(await looksAt(citizen, 'orderPhoto')).toBe(1)
    expect([await refused(show(who.bank)), await refused(show(who.counter, 'o-other'))].map(({ code }) => code)).toEqual(['notPermitted', 'notFound'])
    expect(await looksAt(citizen, 'orderPhoto')).toBe(1)
  })

  test('loses the photo that it was rejected for once another one was seen at a counter, and no other photo', async () => {
    const citizen = await someone(record)
    const { photoId } = await ok(upload(citizen, aPhoto()))
    const { order: { orderId } } = await applied(citizen, { reason: 'oldMedicalCard', photoId })
    const one = { ...citizen, orderId }
    const rejectFor = (rejectedFor: 'photo' | 'dataMismatch') =>
      ok(callAs(who.counter, 'channel/rejectReissue', { card: { cardId: one.cardId }, staff: window1, orderId, rejectedFor, idempotencyKey: newKey() }))
    await rejectFor('dataMismatch')
    expect(await inAWord(correct(one))).toBe('done')
    expect((await orderOf(one)).photo).toBe(true)
    await rejectFor('photo')
    expect(await inAWord(correct(one, { evidence: papers('holderId', 'photo') }))).toBe('done')
    expect((await orderOf(one)).photo).toBe(false)
    expect(await refused(callAs(who.counter, 'channel/orderPhoto', { card: { cardId: one.cardId }, staff: window1, orderId }))).toMatchObject({ code: 'notFound' })
  })
})

test('an address is changed at a counter until the card is in the mail, and again once it came back', async () => {
  const one = await accepted({ way: 'mail', address })
  expect(await inAWord(sendTo(who.counter, one, address))).toBe('already')
  expect(await inAWord(sendTo(who.counter, one))).toBe('done')
  expect((await orderOf(one)).address).toEqual(elsewhere)
  await ok(move(who.counter, one, { move: 'mail', newCardNumber: someNumber(), trackingNumber: 'EX000000001CN' }))
  expect(await inAWord(sendTo(who.counter, one, address))).toBe('orderElsewhere')
  await ok(move(who.counter, one, { move: 'sendBack' }))
  expect(await inAWord(sendTo(who.counter, one, address))).toBe('done')
  expect(await refused(sendTo(who.counter, one, { ...address, division: '000000' }))).toMatchObject({ code: 'invalidRequest' })
  expect(await refused(sendTo(who.bank, one))).toMatchObject({ code: 'notPermitted' })
  expect(await inAWord(sendTo(who.counter, await accepted({})))).toBe('notByMail')
})

test('the form is filled in for whoever’s ID card lies there, before and while it goes on; each is kept as a look', async () => {
  const one = await holder(record)
  const form = (over: Partial<RequestOf<'channel/applicationForm'>> = {}, by = who.counter) =>
    callAs(by, 'channel/applicationForm', { card: { cardId: one.cardId }, staff: window1, idNumber: one.id_number, reason: 'damaged', way: 'serviceOutlet', ...over })
  const { text } = await reader.read(Buffer.from((await ok(form())).pdf, 'base64'))
  expect(text).toContain(one.id_number)
  expect(text).toContain(one.name)
  const other = await holder(record)
  expect(await refused(form({ idNumber: other.id_number }))).toMatchObject({ code: 'notFound' })
  expect(await refused(form({}, await partner(record, { channel: 'terminal' })))).toMatchObject({ code: 'notPermitted' })
  await ok(accept(one, {}))
  await ok(form())
  expect(await refused(form({ way: 'mail' }))).toMatchObject({ code: 'reissueAlreadyAccepted' })
  expect(await looksAt(one, 'applicationForm')).toBe(2)
})
