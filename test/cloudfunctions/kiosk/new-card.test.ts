import type { RequestOf } from '@/contract'
import { minute } from '@/domain/time'
import { reissueWays } from '@/domain/reissue/words'
import { openRecord, refused, send, type TestRecord } from '../../support/record'
import { citizen, newKey, ok } from '../../support/record/citizen'
import { people } from '../../support/record/family'
import { enrolledKiosk, type AtKiosk, type TestKiosk } from '../../support/record/kiosk'
import { dumpOf, findPersonalData } from '../../security/scan'
import { holder, type Holder } from '../channel/stage'
import { applied, makerAt, someone, type Acting, type Maker } from '../reissue/stage'

// many requests, on a machine that may be busy
jest.setTimeout(120_000)

let record: TestRecord
let kiosk: TestKiosk
let other: TestKiosk
let maker: Maker
beforeAll(async () => {
  record = await openRecord()
  kiosk = await enrolledKiosk(record)
  other = await enrolledKiosk(record, 'chengdu.wuhou-hospital')
  maker = await makerAt(record)
})
afterAll(() => record.close())

const before = ({ name, id_number: idNumber }: Holder): Promise<AtKiosk> => kiosk.putOn({ name, idNumber })
const newHolder = (over: Parameters<typeof holder>[1] = {}) => holder(record, { state: 'notActivated', ...over })
const refusal = { code: 'verificationRefused', status: 403 }
const notSignedIn = { code: 'notSignedIn', status: 401 }
const holderOnly = { code: 'holderOnly', status: 409 }
const age = (ms: number, { refreshToken }: AtKiosk) =>
  record.sql.query('update session set begun_at = begun_at - $1, expires_at = expires_at - $1 where account_key = $2', [ms, refreshToken.split('.')[0]])

const activation = (cardId: string, verificationId: string, over: Partial<RequestOf<'reissue/activate'>> = {}): RequestOf<'reissue/activate'> =>
  ({ cardId, verificationId, password: '482915', idempotencyKey: newKey(), ...over })

describe('a new card is activated', () => {
  test('by both cards on the readers, once, with the password of the voice line', async () => {
    const one = await newHolder()
    const who = await before(one)
    const request = activation(one.cardId, await who.check('activate', one.cardId, one.card_number))
    const first = await ok(who.call('reissue/activate', request))
    expect([first.card.socialSecurity.state, first.already]).toEqual(['inUse', false])
    expect(await ok(who.call('reissue/activate', request))).toEqual(first)
    expect(await refused(who.call('reissue/activate', activation(one.cardId, request.verificationId)))).toEqual({ code: 'verificationUsed', status: 409 })
    const { events } = await ok(who.call('card/history', { cardId: one.cardId }))
    expect(events.map(({ what, channel }) => `${what} ${channel}`)).toEqual(['passwordSet terminal', 'functionActivated terminal', expect.anything()])
    const again = activation(one.cardId, await who.check('activate', one.cardId, one.card_number))
    expect((await ok(who.call('reissue/activate', again))).already).toBe(true)
  })

  test('and beside it stands the terminal’s word: the ID card, and the card itself', async () => {
    const one = await newHolder()
    const who = await before(one)
    await ok(who.call('reissue/activate', activation(one.cardId, await who.check('activate', one.cardId, one.card_number))))
    const { rows } = await record.sql.query('select partner_id, evidence from attestation where card_key = $1 order by seq', [one.cardId])
    const said = { partner_id: `kiosk.${kiosk.kioskId}`, evidence: { kind: 'papers', seen: ['holderId', 'card'] } }
    expect(rows).toEqual([said, said])
    expect(await record.services.repository.cards.verifyHistory(one.cardId)).toBeNull()
  })

  test('not by the ID card alone, nor by any other card', async () => {
    const [one, stranger] = [await newHolder(), await newHolder()]
    const who = await before(one)
    for (const read of [undefined, stranger.card_number, '510100000000000101']) {
      const verificationId = await who.check('activate', one.cardId, read)
      expect(await refused(who.call('reissue/activate', activation(one.cardId, verificationId)))).toEqual(refusal)
    }
    expect((await ok(who.call('card/get', { cardId: one.cardId }))).card.socialSecurity.state).toBe('notActivated')
  })

  test('not by a check that was for something else, or another card', async () => {
    const [one, stranger] = [await newHolder(), await newHolder()]
    const [who, neighbour] = [await before(one), await before(stranger)]
    const theirs = await neighbour.check('activate', stranger.cardId, stranger.card_number)
    const again = await before(one)
    for (const verificationId of [theirs, await again.check('setPassword', one.cardId), await again.check('reportLoss', one.cardId)])
      expect(await refused(again.call('reissue/activate', activation(one.cardId, verificationId)))).toEqual(refusal)
    expect(await refused(who.call('reissue/activate', activation(one.cardId, theirs)))).toEqual(notSignedIn)
  })

  test('not with a password that is easily guessed; the card is as before, and the same check does for another', async () => {
    const one = await newHolder()
    const who = await before(one)
    const verificationId = await who.check('activate', one.cardId, one.card_number)
    expect(await refused(who.call('reissue/activate', activation(one.cardId, verificationId, { password: '123456' })))).toMatchObject({ code: 'passwordTooSimple' })
    expect((await ok(who.call('reissue/activate', activation(one.cardId, verificationId)))).card.socialSecurity.state).toBe('inUse')
  })

  test('not while it is reported lost: whoever has found it would be served', async () => {
    const one = await newHolder()
    const who = await before(one)
    expect(await who.act('reportLoss', one.cardId)).toBe('done')
    const verificationId = await who.check('activate', one.cardId, one.card_number)
    expect(await refused(who.call('reissue/activate', activation(one.cardId, verificationId)))).toMatchObject({ code: 'lossReportedHere' })
  })
})

const aDay = '2026-12-01'
/** Somebody who has applied on their phone, and stands before the terminal now. */
const waiting = async (): Promise<Acting & { readonly row: Holder; readonly orderId: string }> => {
  const who = await someone(record)
  const { order: { orderId } } = await applied(who)
  return { ...who, orderId }
}

describe('an order', () => {
  test('is seen as far as it is, with its receipt, and then the new card is activated there', async () => {
    const { row, cardId, orderId } = await waiting()
    await maker.accept(cardId)
    await maker.move(cardId, 'makeReady', { parts: { newNumber: '990199999999999921', newIssuedOn: aDay, outlet: 'chengdu.wuhou-agency' } })
    const who = await before(row)
    expect((await ok(who.call('reissue/order', { cardId }))).order).toMatchObject({ orderId, state: 'ready', outlet: 'chengdu.wuhou-agency' })
    expect((await ok(who.call('reissue/receipt', { cardId }))).receipt).toMatchObject({ number: orderId, maskedName: expect.stringContaining('*') })
    await maker.move(cardId, 'collect')
    while (await record.services.repository.relayed.relayDue());
    const { order } = await ok(who.call('reissue/order', { cardId }))
    const newCardId = order?.newCardId ?? ''
    const verificationId = await who.check('activate', newCardId, '990199999999999921')
    expect((await ok(who.call('reissue/activate', activation(newCardId, verificationId)))).card.socialSecurity.state).toBe('inUse')
    while (await record.services.repository.relayed.relayDue());
    expect((await ok(who.call('reissue/order', { cardId }))).order?.state).toBe('socialSecurityActivated')
  })

  test('is taken back there while nothing was accepted, and no longer', async () => {
    const [early, late] = [await waiting(), await waiting()]
    await maker.accept(late.cardId)
    const cancel = async ({ row, cardId, orderId }: typeof early) => (await before(row)).call('reissue/cancel', { cardId, orderId, idempotencyKey: newKey() })
    expect((await ok(cancel(early))).order).toMatchObject({ state: 'cancelled', channel: 'wechat' })
    expect(await refused(cancel(late))).toMatchObject({ code: 'orderElsewhere' })
  })
})

describe('a new card is asked for', () => {
  test.each(['chengdu', 'beijing', 'shanghai'] as const)('elsewhere in %s: no way is applied for at a terminal, and it is said where', async (city) => {
    const one = await holder(record, { city })
    const who = await before(one)
    const { answer } = await ok(who.call('reissue/options', { cardId: one.cardId, reason: 'damaged' }))
    if ('refused' in answer) throw new Error(answer.refused)
    expect(answer.options.map(({ way, here }) => [way, here])).toEqual(answer.options.map(({ way }) => [way, false]))
    expect(answer.options.every(({ where }) => where.length > 0)).toBe(true)
    for (const way of reissueWays) {
      const verificationId = await who.check('reissue', one.cardId)
      const answered = await who.call('reissue/apply', { cardId: one.cardId, verificationId, reason: 'damaged', way, idempotencyKey: newKey() })
      expect(answered).toMatchObject({ ok: false, error: { code: 'wayNotOffered', details: { where: answer.options.find((option) => option.way === way)?.where } } })
    }
  })
})

describe.each(['reissue/order', 'reissue/receipt', 'reissue/activate'] as const)('%s', (name) => {
  let of: { readonly row: Holder; readonly cardId: string; readonly verificationId: string; readonly who: AtKiosk }
  beforeAll(async () => {
    const row = await newHolder()
    const who = await before(row)
    of = { row, who, cardId: row.cardId, verificationId: await who.check('activate', row.cardId, row.card_number) }
  })
  const request = (cardId = of.cardId): RequestOf<typeof name> => (name === 'reissue/activate' ? activation(cardId, of.verificationId) : { cardId })

  test('is refused without the device’s cookie, with another device’s, and from another site', async () => {
    const authorization = `Bearer ${of.who.token}`
    for (const headers of [{}, { cookie: other.cookie }, { cookie: kiosk.cookie, 'sec-fetch-site': 'cross-site' }])
      expect(await refused(send(name, request(), { authorization, ...headers }))).toEqual(notSignedIn)
  })

  test('is refused to anyone but the holder: a stranger, and a child’s guardian', async () => {
    const stranger = await kiosk.putOn(people.inUse)
    expect(await refused(stranger.call(name, request()))).toEqual({ code: 'notFound', status: 404 })
    const child = await citizen('guardian', 'wechat', 1)
    const guardian = await kiosk.putOn(people.guardian)
    expect(await refused(guardian.call(name, request(child.cardId)))).toEqual(holderOnly)
  })

  test('is refused after ten minutes', async () => {
    const late = await before(of.row)
    await age(10 * minute, late)
    expect(await refused(late.call(name, request()))).toEqual(notSignedIn)
  })
})

test('what stays with a phone or a counter is refused: photos, addresses, forms', async () => {
  const { row, cardId, orderId } = await waiting()
  const who = await before(row)
  const address = { recipient: '示例收件人', phone: '13800000001', division: '510107', street: '示例大道一号' }
  const closed = { code: 'notAtTerminal', status: 403 }
  expect(await refused(who.call('reissue/uploadPhoto', { cardId, photo: 'AAAA', idempotencyKey: newKey() }))).toEqual(closed)
  expect(await refused(who.call('reissue/correct', { cardId, orderId, idempotencyKey: newKey() }))).toEqual(closed)
  expect(await refused(who.call('reissue/changeAddress', { cardId, orderId, address, idempotencyKey: newKey() }))).toEqual(closed)
  expect(await refused(who.call('reissue/applicationForm', { cardId, reason: 'lost', way: 'serviceOutlet' }))).toEqual(closed)
})

test('nothing personal is left in clear', async () => {
  expect(findPersonalData(await dumpOf(record.connectionString))).toEqual([])
})
