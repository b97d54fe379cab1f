import { needsSignIn, type OperationName, type RequestOf } from '@/contract'
import { operations } from '@/contract/operations'
import { minute } from '@/domain/time'
import { isDoneAtTerminal } from '../../../cloudfunctions/runtime/at-terminal'
import { examples } from '../../contract/examples'
import { openRecord, refused, send, type TestRecord } from '../../support/record'
import { cardFile, idNumber, row } from '../../support/record/card-file'
import { call, citizen, ok } from '../../support/record/citizen'
import { people } from '../../support/record/family'
import { importFile } from '../../support/record/import-file'
import { enrolledKiosk, fromKiosk, notice, type AtKiosk, type TestKiosk } from '../../support/record/kiosk'
import { newcomer, visitor } from '../../support/record/visitor'

jest.setTimeout(60_000)

let record: TestRecord
let kiosk: TestKiosk
let other: TestKiosk
beforeAll(async () => {
  record = await openRecord()
  kiosk = await enrolledKiosk(record)
  other = await enrolledKiosk(record, 'chengdu.wuhou-hospital')
})
afterAll(() => record.close())

const notSignedIn = { code: 'notSignedIn', status: 401 }
const names = (Object.keys(operations) as OperationName[]).filter((name) => needsSignIn(operations[name].access))
const exampleOf = <Name extends OperationName>(name: Name): RequestOf<Name> =>
  Object.fromEntries(Object.entries(examples[name].request).filter(([field]) => field !== 'sandboxResult')) as RequestOf<Name>
const age = (ms: number, { refreshToken }: AtKiosk) =>
  record.sql.query('update session set begun_at = begun_at - $1, expires_at = expires_at - $1 where account_key = $2', [ms, refreshToken.split('.')[0]])
const state = (who: AtKiosk) => who.call('session/account', {})

describe('whoever puts their ID card on', () => {
  test('is signed in as themselves, for ten minutes and no longer', async () => {
    const before = Date.now()
    const who = await kiosk.putOn(people.inUse)
    const lasts = Date.parse(who.expiresAt) - before
    expect([who.bound, Math.round(lasts / minute)]).toEqual([true, 10])
    expect(await ok(state(who))).toMatchObject({ bound: true, maskedName: '示****' })
  })

  test('has one account before all terminals, whatever they have elsewhere', async () => {
    const [here, there] = [await kiosk.putOn(people.inUse), await other.putOn(people.inUse)]
    expect(here.refreshToken.split('.')[0]).toBe(there.refreshToken.split('.')[0])
    const { rows } = await record.sql.query<{ channel: string }>(`select channel from account where account_key = $1`, [here.refreshToken.split('.')[0]])
    expect(rows).toEqual([{ channel: 'terminal' }])
    expect((await citizen('in-use', 'wechat')).cardId).not.toBe('')
  })

  test('has agreed to the notice of a day, which is kept once, and with another notice anew', async () => {
    const one = { name: '示例公民', idNumber: idNumber('19810101', 3) }
    await importFile(record, cardFile(row({ id_number: one.idNumber, name: one.name })))
    const consents = async (who: AtKiosk) => (await record.sql.query<{ notice: string; stands: boolean }>(
      `select c.notice, c.withdrawn_at is null as stands from consent c join account a on a.person_key = c.person_key
        where a.account_key = $1 and c.what = 'privacy' order by c.given_at`, [who.refreshToken.split('.')[0]])).rows
    await kiosk.putOn(one)
    expect(await consents(await other.putOn(one))).toEqual([{ notice, stands: true }])
    await ok(kiosk.signIn(one, '2026-12-01'))
    expect(await consents(await other.putOn(one))).toEqual([
      { notice, stands: false }, { notice: '2026-12-01', stands: false }, { notice, stands: true },
    ])
  })

  test('has agreed to nothing where they are not signed in', async () => {
    const before = (await record.sql.query('select from consent')).rowCount
    await refused(kiosk.signIn({ ...people.guardian, name: '示例公民乙' }, '2026-12-02'))
    expect((await record.sql.query('select from consent')).rowCount).toBe(before)
  })

  test('need not have bound anything before', async () => {
    expect((await ok((await kiosk.putOn(newcomer)).call('card/list', {}))).cards).toHaveLength(1)
  })

  test('sees their own cards alone, and does nothing with others', async () => {
    const [phone, who] = [await citizen('guardian', 'wechat', 1), await kiosk.putOn(people.guardian)]
    const { cards } = await ok(who.call('card/list', {}))
    expect(cards.map(({ holder }) => holder.relation)).toEqual(['cardholder'])
    const holderOnly = { code: 'holderOnly', status: 409 }
    expect(await refused(who.call('card/get', { cardId: phone.cardId }))).toEqual(holderOnly)
    expect(await refused(who.call('card/history', { cardId: phone.cardId }))).toEqual(holderOnly)
    expect(await refused(who.call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId: phone.cardId } }))).toEqual(holderOnly)
  })

  test.each([
    ['a number that the record does not know', { name: '示例公民', idNumber: idNumber('19800101', 999) }, 'idCardUnknown', 403],
    ['another name than the record’s', { ...people.inUse, name: '示例公民乙' }, 'idCardUnknown', 403],
    ['the card of a child under 14', { name: '示例儿童', idNumber: '000000201806010111' }, 'minorNeedsGuardian', 409],
  ])('is not signed in by %s', async (_what, card, code, status) => {
    expect(await refused(kiosk.signIn(card))).toEqual({ code, status })
  })

  test('is not signed in by one whom others have named, and no file or check has', async () => {
    const proxy = { name: '示例代办人', idNumber: idNumber('19700707', 77) }
    const holder = await citizen('two-cards', 'wechat')
    const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'grantProxy', cardId: holder.cardId } }, holder.token))
    await ok(call('session/completeVerification', { verificationId }, holder.token))
    const lastDay = new Date(Date.now() + 24 * 60 * minute).toISOString().slice(0, 10)
    await ok(call('person/grantProxy', { cardId: holder.cardId, purpose: 'reportLoss', proxy, lastDay, verificationId, idempotencyKey: 'grant-to-nobody' }, holder.token))
    expect(await refused(kiosk.signIn(proxy))).toEqual({ code: 'idCardUnknown', status: 403 })
  })

  test('is theirs again where they had let go of everything', async () => {
    const phone = await visitor(record, 'alipay')
    await ok(phone.bind(newcomer))
    const who = await kiosk.putOn(newcomer)
    await ok(call('person/eraseData', {}, phone.token))
    expect(await refused(state(who))).toEqual(notSignedIn)
    expect(await ok(state(await kiosk.putOn(newcomer)))).toMatchObject({ bound: true })
  })
})

describe('a reader’s word counts', () => {
  const proof = { kind: 'terminal', ...people.inUse, notice } as const
  const signIn = (headers: Record<string, string>) => refused(send('session/signIn', { proof }, headers))
  const proofRefused = { code: 'proofRefused', status: 401 }

  test.each<[string, () => Record<string, string>]>([
    ['without a cookie', () => ({})],
    ['with a made-up one', () => ({ cookie: `kiosk=${kiosk.kioskId}.guessed` })],
    ['with a counter’s', () => ({ cookie: kiosk.cookie.replace('kiosk=', 'counter=') })],
    ['from another site’s page', () => ({ cookie: kiosk.cookie, 'sec-fetch-site': 'cross-site' })],
    ['under another spelling of the cookie', () => ({ cookie: kiosk.cookie.replace('kiosk=', 'Kiosk=') })],
  ])('not %s', async (_what, headers) => {
    expect(await signIn(headers())).toEqual(proofRefused)
  })

  test('not from a terminal that was revoked', async () => {
    const gone = await enrolledKiosk(record)
    await record.services.repository.kiosks.revoke(gone.kioskId)
    expect(await refused(gone.signIn(people.inUse))).toEqual(proofRefused)
  })
})

describe('a token that was given before a terminal', () => {
  test.each(names)('says nothing elsewhere to %s', async (name) => {
    const { token } = await kiosk.putOn(people.locked)
    expect(await refused(call(name, exampleOf(name), token))).toEqual(notSignedIn)
    expect(await refused(other.call(name, exampleOf(name), token))).toEqual(notSignedIn)
    expect(await refused(send(name, exampleOf(name), { authorization: `Bearer ${token}`, cookie: kiosk.cookie, 'sec-fetch-site': 'same-site' }))).toEqual(notSignedIn)
  })

  test.each(names.filter((name) => !isDoneAtTerminal(name)))('does not do %s there either', async (name) => {
    const { token } = await kiosk.putOn(people.locked)
    expect(await refused(kiosk.call(name, exampleOf(name), token))).toEqual({ code: 'notAtTerminal', status: 403 })
  })

  test.each([
    { purpose: 'bind', ...newcomer }, { purpose: 'exportData' }, { purpose: 'grantProxy', cardId: 'a-card' },
  ] as const)('begins no check there for $purpose', async (subject) => {
    const who = await kiosk.putOn(people.locked)
    expect(await refused(who.call('session/beginVerification', { subject }))).toEqual({ code: 'notAtTerminal', status: 403 })
  })

  test('ends when they sign out, with the long one', async () => {
    const who = await kiosk.putOn(people.inUse)
    await ok(who.call('session/signOut', {}))
    expect(await refused(state(who))).toEqual(notSignedIn)
    expect(await refused(kiosk.call('session/refresh', { refreshToken: who.refreshToken }))).toEqual(notSignedIn)
  })

  test('ends when somebody else’s ID card is put on, and not when that happens elsewhere', async () => {
    const first = await kiosk.putOn(people.inUse)
    await other.putOn(people.locked)
    await ok(state(first))
    const second = await kiosk.putOn(people.locked)
    expect(await refused(state(first))).toEqual(notSignedIn)
    await ok(state(second))
  })

  test('ends at once when the terminal is revoked', async () => {
    const lost = await enrolledKiosk(record)
    const who = await lost.putOn(people.inUse)
    await ok(state(who))
    await record.services.repository.kiosks.revoke(lost.kioskId)
    expect(await refused(state(who))).toEqual(notSignedIn)
    expect(await refused(lost.call('session/refresh', { refreshToken: who.refreshToken }))).toEqual(notSignedIn)
  })

  test.each([
    ['is good before its ten minutes are over', 9 * minute, true],
    ['is not when they are', 10 * minute, false],
    ['nor after', 11 * minute, false],
  ])('%s', async (_what, ms, isGood) => {
    const who = await kiosk.putOn(people.inUse)
    await age(ms, who)
    expect((await state(who)).ok).toBe(isGood)
    expect((await kiosk.call('session/refresh', { refreshToken: who.refreshToken })).ok).toBe(isGood)
  })

  test('is refreshed at that terminal alone, and never for longer', async () => {
    const who = await kiosk.putOn(people.inUse)
    for (const elsewhere of [other.cookie, ''])
      expect(await refused(fromKiosk(elsewhere, 'session/refresh', { refreshToken: who.refreshToken }))).toEqual(notSignedIn)
    const next = await ok(kiosk.call('session/refresh', { refreshToken: who.refreshToken }))
    expect([next.expiresAt, next.refreshToken === who.refreshToken]).toEqual([who.expiresAt, false])
    await ok(kiosk.call('session/account', {}, next.token))
  })
})

test('a phone’s session is no matter of the terminal whose browser it comes from', async () => {
  const { refreshToken } = await visitor(record, 'wechat')
  const { token } = await ok(kiosk.call('session/refresh', { refreshToken }))
  expect(await ok(call('session/account', {}, token))).toEqual({ bound: false })
})
