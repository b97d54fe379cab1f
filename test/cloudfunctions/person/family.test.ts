import { daysAfter, yearsAfter } from '@/domain/time'
import { openRecord, type TestRecord } from '../../support/record'
import { idNumber } from '../../support/record/card-file'
import { call, citizen, ok, refused, type Citizen } from '../../support/record/citizen'
import { becomes, holderOf, today } from '../../support/record/person'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
let guardian: Citizen
beforeEach(async () => {
  record = await openRecord()
  guardian = await citizen('guardian', 'wechat', 1)
})
afterEach(() => record.close())

const notice = '2026-11-25'
const familyOf = async ({ token }: Citizen) => ok(call('person/family', {}, token))
const childOf = async (of: Citizen) => (await familyOf(of)).children[0]
const childIdOf = async (of: Citizen) => (await childOf(of))?.childId ?? ''
const say = async (agreed: boolean, by = guardian) => call('person/consent', { childId: await childIdOf(guardian), agreed, notice }, by.token)

const consents = async () => {
  const { rows } = await record.sql.query<{ notice: string; given: boolean; withdrawn: boolean }>(
    `select notice, given_at > 0 as given, withdrawn_at >= given_at as withdrawn from consent where what = 'child' order by given_at`)
  return rows
}

test('a guardian sees the child, masked, with its cards, until when, and that consent is needed', async () => {
  const childId = await holderOf(record, guardian.cardId)
  expect(await familyOf(guardian)).toMatchObject({
    children: [{ childId, maskedName: '示***', cards: [guardian.cardId], consent: 'needed', endsOn: '2034-06-01', ended: false }],
    proxies: [],
    atMost: 8,
  })
})

test('whoever has no children, acts for nobody and lets nobody act has an empty family', async () => {
  expect(await familyOf(await citizen('in-use', 'alipay'))).toEqual({ children: [], actingFor: [], proxies: [], atMost: 8 })
})

describe('a guardian\'s consent', () => {
  test('comes before acting: until then the child\'s card is seen, and no more', async () => {
    const { cardId, token } = guardian
    const reason = { code: 'guardianConsentNeeded', status: 409 }
    for (const purpose of ['reportLoss', 'releaseLoss', 'reissue'] as const) {
      expect(await refused(call('session/beginVerification', { subject: { purpose, cardId } }, token))).toEqual(reason)
    }
    expect(await refused(call('card/history', { cardId }, token))).toEqual(reason)
    expect(await refused(call('card/bankTold', { cardId, told: true, idempotencyKey: 'told-once' }, token))).toEqual(reason)
    const { card } = await ok(call('card/get', { cardId }, token))
    expect(card.holder).toEqual({ relation: 'guardian', maskedName: '示***' })
    expect(card.actions.map(({ reason: why }) => why)).toEqual(Array(3).fill('guardianConsentNeeded'))
  })

  test('lets the guardian act, at either door', async () => {
    expect(await ok(say(true))).toEqual({ child: { ...(await childOf(guardian)), consent: 'given' } })
    const { report, card } = await ok(guardian.report())
    expect([report.by, report.actor, card.holder.relation]).toEqual(['guardian', '示****', 'guardian'])
    const atAlipay = await citizen('guardian', 'alipay', 1)
    expect((await childOf(atAlipay))?.consent).toBe('given')
    expect((await ok(atAlipay.release())).already).toBe(false)
  })

  test('withdrawn, ends that at once, also with a check that was passed before', async () => {
    await ok(say(true))
    const verificationId = await guardian.check('reportLoss')
    expect((await ok(say(false, await citizen('guardian', 'alipay', 1)))).child.consent).toBe('needed')
    expect(await refused(guardian.report({ verificationId }))).toEqual({ code: 'guardianConsentNeeded', status: 409 })
    await ok(say(true))
    expect((await ok(guardian.report({ verificationId }))).already).toBe(false)
  })

  test('is kept with its time and notice; saying so twice changes nothing, and what was withdrawn stays as proof', async () => {
    await ok(say(false))
    expect(await consents()).toEqual([])
    for (const agreed of [true, true, false, false, true]) await ok(say(agreed))
    expect(await consents()).toEqual([{ notice, given: true, withdrawn: true }, { notice, given: true, withdrawn: null }])
  })

  test('is of one\'s own ward alone', async () => {
    const childId = await childIdOf(guardian)
    const [child, stranger] = [await citizen('child', 'wechat'), await citizen('in-use', 'wechat')]
    const asked = [
      call('person/consent', { childId, agreed: true, notice }, child.token),
      call('person/consent', { childId, agreed: true, notice }, stranger.token),
      call('person/consent', { childId: await holderOf(record, (await citizen('guardian', 'wechat')).cardId), agreed: true, notice }, guardian.token),
      call('person/consent', { childId: 'nobody', agreed: false, notice }, guardian.token),
    ]
    for (const answer of asked) expect(await refused(answer)).toEqual({ code: 'notFound', status: 404 })
    expect(await consents()).toEqual([])
  })

  test('is not needed from the age of 14 on: none is kept, and the guardian acts without', async () => {
    await becomes(record, guardian.cardId, idNumber(yearsAfter(await today(record), -14).replaceAll('-', '')))
    expect((await ok(say(true))).child.consent).toBe('notNeeded')
    expect(await consents()).toEqual([])
    expect((await ok(guardian.report())).report.by).toBe('guardian')
  })
})

describe('a child who comes of age', () => {
  const born = async (days: number) => idNumber(daysAfter(yearsAfter(await today(record), -16), days).replaceAll('-', ''))

  test('tomorrow is the guardian\'s today', async () => {
    await becomes(record, guardian.cardId, await born(1))
    expect(await childOf(guardian)).toMatchObject({ ended: false, cards: [guardian.cardId], consent: 'notNeeded' })
    expect((await ok(guardian.report())).report.by).toBe('guardian')
  })

  test.each([['today', 0], ['yesterday', -1]])('%s is the guardian\'s no more', async (_when, days) => {
    await ok(say(true))
    const verificationId = await guardian.check('reportLoss')
    await becomes(record, guardian.cardId, await born(days))
    const { cardId, token } = guardian
    const { cards } = await ok(call('card/list', {}, token))
    expect(cards.map(({ holder }) => holder.relation)).not.toContain('guardian')
    const asked = [call('card/get', { cardId }, token), call('card/history', { cardId }, token), guardian.report({ verificationId }), say(true)]
    for (const answer of asked) expect(await refused(answer)).toEqual({ code: 'guardianOfAdult', status: 409 })
    expect(await childOf(guardian)).toMatchObject({ ended: true, cards: [], consent: 'notNeeded', endsOn: daysAfter(await today(record), days) })
    const child = await citizen('child', 'wechat')
    expect((await ok(child.report())).report.by).toBe('cardholder')
  })
})

test('the person checked is the guardian, never the child', async () => {
  await ok(say(true))
  await ok(guardian.report())
  const own = await citizen('guardian', 'wechat')
  const { rows } = await record.sql.query<{ actor_key: string }>('select actor_key from verification where subject_key = $1', [guardian.cardId])
  expect(rows).toEqual([{ actor_key: await holderOf(record, own.cardId) }])
})
