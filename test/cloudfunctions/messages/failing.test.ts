import { call, citizen, newKey, ok, type Citizen } from '../../support/record/citizen'
import { atOnce } from '../../support/record/at-once'
import { sendDue } from '../../../cloudfunctions/jobs/messages'
import { garbage } from '../../support/platforms'
import { openMessages, openid, type MessageStage } from './stage'

jest.setTimeout(60_000)

let stage: MessageStage
let holder: Citizen
beforeAll(async () => {
  stage = await openMessages()
  holder = await citizen('in-use', 'wechat')
})
beforeEach(() => stage.clear())
afterAll(() => stage.close())

const hour = 3_600
/** A change of the card, told; a report that is there is released. */
const change = async () => {
  await ok((await holder.state()) === 'inUse' ? holder.report() : holder.release())
  await stage.tell()
}
const one = async () => (await stage.deliveries())[0]
const wechats = () => stage.platforms.wechat.received().filter(({ to }) => to === openid('in-use')).length
const smses = () => stage.platforms.sms.received().length
const leave = () => stage.count('subscription where times = 1')
const retries = 7

describe('WeChat', () => {
  beforeEach(() => stage.allow(holder, 'in-use'))

  test('busy: tried again later, and later still; then it arrives, once', async () => {
    const before = wechats()
    await change()
    stage.platforms.wechat.next('subscribeSend', { error: -1 })
    await stage.send()
    expect([await one(), await leave()]).toEqual([{ state: 'waiting', way: null, reason: 'busy', tries: 1 }, 1])
    expect(await stage.send()).toBe(0)
    const { rows: [job] } = await stage.sql.query<{ wait: number }>('select extract(epoch from start_after - now())::float as wait from pgboss.job')
    expect(job?.wait).toBeGreaterThan(50)
    expect(job?.wait).toBeLessThanOrEqual(121)
    await stage.pass(121)
    await stage.send()
    expect([await one(), wechats(), await stage.count('pgboss.job')]).toEqual([{ state: 'sent', way: 'wechat', reason: null, tries: 2 }, before + 1, 0])
  })

  test('busy for hours: dead, for an operator, who sends it once more', async () => {
    const before = wechats()
    await change()
    for (let time = 0; time <= retries; time += 1) {
      stage.platforms.wechat.next('subscribeSend', { error: 45009 })
      await stage.send()
      await stage.pass(5 * hour)
    }
    expect(await stage.send()).toBe(0)
    expect(await stage.services.repository.deliveries.tidy()).toBe(1)
    expect([await one(), await stage.count('pgboss.job')]).toEqual([{ state: 'dead', way: null, reason: 'busy', tries: 8 }, 0])
    const [dead] = await stage.services.repository.deliveries.list(['dead'], 10)
    expect(dead).toMatchObject({ about: expect.any(String), cardNumber: '510100000000000101', reason: 'busy', tries: 8, nextAt: null })
    expect(await stage.services.repository.deliveries.resend(dead?.messageId ?? '')).toEqual([dead?.messageId])
    await stage.send()
    expect([await one(), wechats()]).toEqual([{ state: 'sent', way: 'wechat', reason: null, tries: 9 }, before + 1])
    expect(await stage.services.repository.deliveries.resend(dead?.messageId ?? '')).toEqual([])
  })

  test.each([['cut', 'cutAfter'], ['500', { status: 500 }], ['no JSON', garbage]] as const)('unknown (%s): never sent again by itself, by no way', async (_what, fault) => {
    const sms = smses()
    await change()
    stage.platforms.wechat.next('subscribeSend', fault)
    await stage.send()
    await stage.pass(5 * hour)
    await stage.services.repository.deliveries.tidy()
    expect(await stage.send()).toBe(0)
    expect([await one(), smses(), await leave()]).toEqual([{ state: 'dead', way: 'wechat', reason: 'unknown', tries: 1 }, sms, 0])
    expect(await stage.services.repository.deliveries.resend(null)).toHaveLength(1)
    await stage.send()
    expect([await one(), smses()]).toEqual([{ state: 'sent', way: 'sms', reason: null, tries: 2 }, sms + 1])
  })

  test('not subscribed after all: by SMS at once, and WeChat is not asked again', async () => {
    const [sms, calls] = [smses(), stage.platforms.wechat.calls('subscribeSend')]
    await ok(call('person/subscribe', { templates: ['cardChanged'], idempotencyKey: newKey() }, holder.token))
    await change()
    stage.platforms.wechat.next('subscribeSend', { error: 43101 })
    await stage.send()
    await change()
    await stage.send()
    expect([smses(), stage.platforms.wechat.calls('subscribeSend'), await leave()]).toEqual([sms + 2, calls + 1, 0])
  })

  test('a setting that is wrong: by SMS, and without one dead with WeChat’s number', async () => {
    const sms = smses()
    await change()
    stage.platforms.wechat.next('subscribeSend', { error: 47003 })
    await stage.send()
    expect([await one(), smses(), await leave()]).toEqual([{ state: 'sent', way: 'sms', reason: null, tries: 2 }, sms + 1, 1])
    await stage.clear()
    await stage.allow(holder, 'in-use')
    await change()
    stage.platforms.wechat.next('subscribeSend', { error: 47003 })
    await sendDue(stage.instance({ sms: null }), new AbortController().signal)
    expect(await one()).toEqual({ state: 'dead', way: null, reason: 'wechat:47003', tries: 1 })
  })

  test('a process that ended between writing down and sending, or between sending and writing down: an operator decides', async () => {
    await change()
    const { deliveries } = stage.services.repository
    const [job] = await deliveries.take(1)
    if (!job) throw new Error('there is one')
    expect(await deliveries.begin(job, () => ['wechat'])).toMatchObject({ way: 'wechat', to: openid('in-use') })
    await stage.pass(121)
    await deliveries.tidy()
    await stage.pass(5 * hour)
    expect(await stage.send()).toBe(1)
    expect([await one(), await stage.count('pgboss.job')]).toEqual([{ state: 'dead', way: 'wechat', reason: 'unknown', tries: 1 }, 0])
  })

  test('one that comes back late and was heard after all has the last word', async () => {
    await change()
    const { deliveries } = stage.services.repository
    const [job] = await deliveries.take(1)
    const sending = job && (await deliveries.begin(job, () => ['wechat']))
    if (!sending) throw new Error('there is one')
    await stage.pass(121)
    await deliveries.tidy()
    await stage.pass(5 * hour)
    await stage.send()
    await deliveries.settle(sending, { is: 'accepted' })
    expect(await one()).toMatchObject({ state: 'sent', way: 'wechat' })
    await deliveries.settle(sending, { is: 'busy' })
    expect(await one()).toMatchObject({ state: 'sent', way: 'wechat' })
  })
})

describe('SMS', () => {
  test('unknown: asked again under its id, so that it arrives once', async () => {
    const sms = smses()
    await change()
    stage.platforms.sms.next('sms', 'cutAfter')
    await stage.send()
    expect(await one()).toEqual({ state: 'sending', way: 'sms', reason: 'unknown', tries: 1 })
    await stage.allow(holder, 'in-use')
    await stage.pass(121)
    await stage.send()
    expect([await one(), smses()]).toEqual([{ state: 'sent', way: 'sms', reason: null, tries: 2 }, sms + 1])
  })

  test('unknown for hours: dead, since nobody knows', async () => {
    await change()
    for (let time = 0; time <= retries; time += 1) {
      stage.platforms.sms.next('sms', { status: 503 })
      await stage.send()
      await stage.pass(5 * hour)
    }
    await stage.services.repository.deliveries.tidy()
    expect(await one()).toEqual({ state: 'dead', way: 'sms', reason: 'unknown', tries: 8 })
  })

  test('refused: dead with the provider’s status', async () => {
    await change()
    stage.platforms.sms.next('sms', { status: 400 })
    await stage.send()
    expect(await one()).toEqual({ state: 'dead', way: null, reason: 'sms:400', tries: 1 })
  })

  test('a process that ended in the midst: asked again, and it arrives once', async () => {
    const sms = smses()
    await change()
    const { deliveries } = stage.services.repository
    const [job] = await deliveries.take(1)
    const sending = job && (await deliveries.begin(job, () => ['sms']))
    if (!sending) throw new Error('there is one')
    await stage.services.messengers.sms?.send({ id: sending.messageId, to: sending.to, template: 'cardChanged', texts: { zh: words, en: words }, sms: '社保卡。' })
    await stage.pass(121)
    await deliveries.tidy()
    await stage.pass(5 * hour)
    await stage.send()
    expect([await one(), smses()]).toEqual([{ state: 'sent', way: 'sms', reason: null, tries: 2 }, sms + 1])
  })
})
const words = { what: '', when: '', who: '', door: '', next: '', hotline: '', card: '' }

test('eight tell and eight send at once: each message is sent once', async () => {
  const sms = smses()
  for (let time = 0; time < 6; time += 1) await ok((await holder.state()) === 'inUse' ? holder.report() : holder.release())
  await atOnce(8, () => stage.tell())
  await atOnce(8, () => stage.send())
  expect((await stage.deliveries()).map(({ state, tries }) => [state, tries])).toEqual(Array.from({ length: 6 }, () => ['sent', 1]))
  expect(smses()).toBe(sms + 6)
})

test('what is told and its place in line are written together, or not at all', async () => {
  await stage.sql.query('alter table pgboss.job rename to away')
  await expect(change()).rejects.toThrow('does not exist')
  expect(await stage.count('delivery')).toBe(0)
  expect(await stage.count('outbox where sent_at is null and due_at <= floor(extract(epoch from clock_timestamp()) * 1000)')).toBe(1)
  await stage.sql.query('alter table pgboss.away rename to job')
  await stage.tell()
  await stage.send()
  expect(await one()).toMatchObject({ state: 'sent' })
})

test('a job says keys alone', async () => {
  await change()
  const { rows } = await stage.sql.query<{ data: object }>('select data from pgboss.job')
  expect(rows).toEqual([{ data: { personKey: expect.stringMatching(/^[\w-]{22}$/), messageId: expect.stringMatching(/^[\da-f]{32}$/) } }])
})
