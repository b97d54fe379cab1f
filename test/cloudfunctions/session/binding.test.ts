import { daysAfter, yearsAfter } from '@/domain/time'
import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { idNumber } from '../../support/record/card-file'
import { call, ok, refused } from '../../support/record/citizen'
import { today } from '../../support/record/person'
import { newcomer, notice, visitor, type Visitor } from '../../support/record/visitor'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
beforeEach(async () => { record = await openRecord() })
afterEach(() => record.close())

const minutes = 60_000
const stranger = { name: '示例来客', idNumber: idNumber('19900101', 77) }
const bindBy = (verificationId: string, { token }: Visitor) => call('session/bind', { verificationId, notice }, token)
const claim = { purpose: 'bind', ...newcomer } as const

const account = ({ token }: Visitor) => ok(call('session/account', {}, token))
const cards = async ({ token }: Visitor) => (await ok(call('card/list', {}, token))).cards.map(({ cardId }) => cardId)
const persons = async () => (await record.sql.query<{ count: number }>('select count(*)::integer as count from person')).rows[0]?.count
const again = (who: Visitor, door: 'wechat' | 'alipay' = 'wechat') => visitor(record, door, who.platformId)

describe('an account', () => {
  test('is nobody\'s at first, and says so', async () => {
    const who = await visitor(record, 'wechat')
    expect([who.bound, await account(who)]).toEqual([false, { bound: false }])
  })

  test('is bound to the person that the platform has checked, and then shows their card', async () => {
    const who = await visitor(record, 'wechat')
    expect(await ok(who.bind())).toEqual({ maskedName: '示****', moved: false, already: false })
    expect(await account(who)).toEqual({ bound: true, maskedName: '示****', boundAt: expect.stringMatching(/\+08:00$/) })
    expect(await cards(who)).toHaveLength(1)
    expect((await again(who)).bound).toBe(true)
  })

  test('of somebody the record does not know is bound to a new person, who has no cards', async () => {
    const before = await persons()
    const who = await visitor(record, 'alipay')
    expect(await ok(who.bind(stranger))).toEqual({ maskedName: '示***', moved: false, already: false })
    expect([await cards(who), await persons()]).toEqual([[], (before ?? 0) + 1])
  })

  test('is bound with a consent to the notice of that day; another notice takes its place', async () => {
    const who = await visitor(record, 'wechat')
    await ok(who.bind())
    await ok(bindBy(await who.check(claim), who))
    await ok(call('session/bind', { verificationId: await who.check(claim), notice: '2026-12-01' }, who.token))
    const { rows } = await record.sql.query(
      `select notice, person_key = subject_key as own, withdrawn_at is null as holds from consent where what = 'privacy' order by given_at`)
    expect(rows).toEqual([{ notice, own: true, holds: false }, { notice: '2026-12-01', own: true, holds: true }])
  })
})

test('the same person in WeChat and in Alipay sees the same cards, and each door names itself', async () => {
  const [atWechat, atAlipay] = [await visitor(record, 'wechat'), await visitor(record, 'alipay')]
  await ok(atWechat.bind())
  expect(await ok(atAlipay.bind())).toMatchObject({ moved: false, already: false })
  const [cardId = ''] = await cards(atAlipay)
  expect(await cards(atWechat)).toEqual([cardId])
  const verificationId = await atWechat.check({ purpose: 'reportLoss', cardId })
  const { report } = await ok(call('card/reportLoss', { cardId, verificationId, idempotencyKey: 'key-at-wechat' }, atWechat.token))
  expect(report.channel).toBe('wechat')
  const released = await atAlipay.check({ purpose: 'releaseLoss', cardId })
  expect(await ok(call('card/releaseLoss', { cardId, verificationId: released, idempotencyKey: 'key-at-alipay' }, atAlipay.token))).toMatchObject({ already: false })
})

describe('a child is sent to the guardian', () => {
  test.each([
    ['the day before they are fourteen', 1, 'minorNeedsGuardian'],
    ['and no longer on that day', 0, 'answered'],
  ] as const)('%s, whether or not the record knows them, before a platform hears of them', async (_what, days, code) => {
    const who = await visitor(record, 'alipay')
    const born = yearsAfter(daysAfter(await today(record), days), -14).replaceAll('-', '')
    const answer = await call('session/beginVerification', { subject: { purpose: 'bind', name: '示例儿童', idNumber: idNumber(born) } }, who.token)
    expect(answer.ok ? 'answered' : answer.error.code).toBe(code)
    expect((await record.sql.query('select from verification')).rowCount).toBe(answer.ok ? 1 : 0)
  })
})

describe('again', () => {
  test('by the same check, whose answer was lost, it finds it so already', async () => {
    const who = await visitor(record, 'wechat')
    const verificationId = await who.check(claim)
    await ok(bindBy(verificationId, who))
    expect(await ok(bindBy(verificationId, who))).toEqual({ maskedName: '示****', moved: false, already: true })
  })

  test('by another check of the same person it finds it so already, since when it was', async () => {
    const who = await visitor(record, 'wechat')
    await ok(who.bind())
    const { boundAt } = await account(who)
    expect(await ok(who.bind())).toMatchObject({ already: true })
    expect(await account(who)).toMatchObject({ bound: true, boundAt })
  })

  test('as somebody else it is theirs, and every session of the former person is at an end', async () => {
    const who = await visitor(record, 'wechat')
    await ok(who.bind())
    expect(await ok(who.bind(stranger))).toEqual({ maskedName: '示***', moved: false, already: false })
    expect(await refused(call('card/list', {}, who.token))).toEqual({ code: 'notSignedIn', status: 401 })
    expect(await refused(call('session/refresh', { refreshToken: who.refreshToken }))).toMatchObject({ code: 'notSignedIn' })
    expect(await cards(await again(who))).toEqual([])
  })
})

describe('another account of the person at the same door', () => {
  test('is let go of, at once, and told when and why', async () => {
    const [old, atAlipay, fresh] = [await visitor(record, 'wechat'), await visitor(record, 'alipay'), await visitor(record, 'wechat')]
    await ok(old.bind())
    await ok(atAlipay.bind())
    expect(await ok(fresh.bind())).toEqual({ maskedName: '示****', moved: true, already: false })
    expect(await refused(call('card/list', {}, old.token))).toEqual({ code: 'notSignedIn', status: 401 })
    expect(await account(await again(old))).toEqual({ bound: false, ended: { at: expect.stringMatching(/\+08:00$/), why: 'moved' } })
    expect(await cards(atAlipay)).toEqual(await cards(fresh))
  })
})

describe('letting go of an account', () => {
  test('ends its sessions at once, and is told; it can be bound again', async () => {
    const who = await visitor(record, 'wechat')
    await ok(who.bind())
    expect(await ok(call('session/unbind', {}, who.token))).toEqual({ already: false })
    expect(await refused(call('session/account', {}, who.token))).toEqual({ code: 'notSignedIn', status: 401 })
    const later = await again(who)
    expect(await account(later)).toEqual({ bound: false, ended: { at: expect.any(String), why: 'unbound' } })
    expect(await ok(call('session/unbind', {}, later.token))).toEqual({ already: true })
    await ok(later.bind())
    expect(await account(later)).not.toHaveProperty('ended')
  })

  test('leaves the check that bound it used: it binds nothing more', async () => {
    const who = await visitor(record, 'wechat')
    const verificationId = await who.check(claim)
    await ok(bindBy(verificationId, who))
    await ok(call('session/unbind', {}, who.token))
    expect(await refused(bindBy(verificationId, await again(who)))).toEqual({ code: 'verificationUsed', status: 409 })
  })
})

describe('a check binds only', () => {
  test.each(['failed', 'cancelled', 'pending'] as const)('when it is passed: %s', async (outcome) => {
    const who = await visitor(record, 'wechat')
    expect(await refused(bindBy(await who.check(claim, outcome), who))).toEqual({ code: 'verificationRefused', status: 403 })
  })

  test('the account that it was made for, and when it was made for binding', async () => {
    const [who, other] = [await visitor(record, 'wechat'), await visitor(record, 'wechat')]
    await ok(other.bind())
    const [cardId = ''] = await cards(other)
    const foreign = [
      await who.check(claim), 'no-such.check',
      await other.check({ purpose: 'reportLoss', cardId }), await other.check({ purpose: 'exportData' }),
    ]
    for (const verificationId of foreign) {
      expect(await refused(bindBy(verificationId, other))).toEqual({ code: 'verificationRefused', status: 403 })
    }
  })

  test('after it was used up for what it was for, nothing else', async () => {
    const who = await visitor(record, 'wechat')
    await ok(who.bind())
    const verificationId = await who.check({ purpose: 'exportData' })
    await ok(call('person/exportData', { verificationId }, who.token))
    expect(await refused(bindBy(verificationId, who))).toEqual({ code: 'verificationRefused', status: 403 })
  })

  test.each([
    ['a second before ten minutes', 10 * minutes - 1000, 200],
    ['not at ten minutes', 10 * minutes, 403],
  ])('for ten minutes: %s', async (_what, ms, status) => {
    const who = await visitor(record, 'wechat')
    const verificationId = await who.check(claim)
    await record.sql.query('update verification set begun_at = begun_at - $1, completed_at = completed_at - $1', [ms])
    expect((await bindBy(verificationId, who)).status).toBe(status)
  })
})

test('what was typed is kept sealed while it is needed, and no longer', async () => {
  const who = await visitor(record, 'wechat')
  const claims = async () => (await record.sql.query<{ sealed_claim: string | null }>('select sealed_claim from verification order by begun_at')).rows.map(({ sealed_claim: sealed }) => sealed)
  await who.begin(claim)
  const [kept] = await claims()
  expect(kept).toMatch(/^test\.[\w-]+$/)
  await who.check(claim, 'failed')
  await who.check(claim, 'cancelled')
  const passed = await who.check(claim)
  expect(await claims()).toEqual([kept, null, null, expect.any(String)])
  await ok(bindBy(passed, who))
  expect(await claims()).toEqual([kept, null, null, null])
})

describe('at once', () => {
  test('somebody the record does not know becomes one person, by both doors', async () => {
    const before = await persons()
    const both = [await visitor(record, 'wechat'), await visitor(record, 'alipay')]
    const checks = await Promise.all(both.map((who) => who.check({ purpose: 'bind', ...stranger })))
    const bound = await Promise.all(both.map((who, index) => ok(bindBy(checks[index] ?? '', who))))
    expect(bound.map(({ already, moved }) => [already, moved])).toEqual([[false, false], [false, false]])
    expect(await persons()).toBe((before ?? 0) + 1)
  })

  test('of four accounts at one door the last has the person', async () => {
    const four = await Promise.all([1, 2, 3, 4].map(() => visitor(record, 'wechat')))
    const checks = await Promise.all(four.map((who) => who.check(claim)))
    await Promise.all(four.map((who, index) => ok(bindBy(checks[index] ?? '', who))))
    const { rows } = await record.sql.query(`select count(*) filter (where person_key is not null)::integer as bound,
      count(*) filter (where ended_why = 'moved')::integer as moved from account where channel = 'wechat' and platform_hash in (
        select platform_hash from account order by begun_at desc limit 4)`)
    expect(rows).toEqual([{ bound: 1, moved: 3 }])
  })

  test('one check pressed many times binds once', async () => {
    const who = await visitor(record, 'alipay')
    const verificationId = await who.check(claim)
    const answers = await atOnce(8, () => ok(bindBy(verificationId, who)))
    expect(answers.filter(({ already }) => !already)).toHaveLength(1)
    expect(new Set(answers.map(({ maskedName }) => maskedName))).toEqual(new Set(['示****']))
  })
})
