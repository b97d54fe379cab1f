import { call, citizen, newKey, ok, refused, type Citizen } from '../../support/record/citizen'
import { agree } from '../../support/record/family'
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

const changed = async () => {
  await ok(holder.report())
  await ok(holder.release())
  await stage.tell()
}
const bySms = () => stage.platforms.sms.received()
const byWechat = () => stage.platforms.wechat.received()
const byAlipay = () => stage.platforms.alipay.received()

test('whoever allowed one message at WeChat gets one there, and the next by SMS', async () => {
  const [wechat, sms] = [byWechat().length, bySms().length]
  await stage.allow(holder, 'in-use')
  await changed()
  await stage.send()
  expect(await stage.deliveries()).toMatchObject([{ state: 'sent', way: expect.any(String) }, { state: 'sent', way: expect.any(String) }])
  expect([byWechat().length, bySms().length]).toEqual([wechat + 1, sms + 1])
  expect(await stage.count('subscription where times = 0')).toBe(1)
  expect(await stage.count('pgboss.job')).toBe(0)
})

test('a message says what, when, who and from which door, and whom to call; no name and no number but the card’s last digits', async () => {
  await stage.allow(holder, 'in-use')
  await ok(holder.report())
  await stage.tell()
  await stage.send()
  const message = byWechat().at(-1)
  expect(message).toEqual({
    to: openid('in-use'),
    template: 'played-wechat-changed',
    fields: {
      thing1: '社保功能已正式挂失', time2: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d$/), thing3: '持卡人', phrase4: '微信', thing5: '不是您办的？请打028-12333', character_string6: '0101',
    },
  })
  await ok(holder.release())
  await stage.tell()
  await stage.send()
  expect(bySms().at(-1)).toMatchObject({ phone: '10000000001', text: expect.stringMatching(/^尾号0101的社保卡：社保功能已解挂。\S+ \S+，持卡人，微信。不是您办的？请打028-12333。$/) })
  expect(JSON.stringify([byWechat(), bySms()])).not.toMatch(/示例|0000001985|51010000/)
})

test('the newest leave is used first; Alipay’s lasts', async () => {
  const alipay = await citizen('in-use', 'alipay')
  const [ways, sent] = [byWechat().length, byAlipay().length]
  await stage.allow(holder, 'in-use')
  await ok(call('person/subscribe', { templates: ['cardChanged', 'lapsesSoon'], idempotencyKey: newKey() }, alipay.token))
  await stage.platforms.play.subscribe('alipay', 'demo-alipay-in-use', 'played-alipay-changed')
  await changed()
  await stage.send()
  expect([byAlipay().length - sent, byWechat().length - ways]).toEqual([2, 0])
  expect(await stage.count('subscription where times = 1')).toBe(3)
})

test('leave that was given before the account was theirs is not theirs', async () => {
  await stage.allow(holder, 'in-use')
  await stage.sql.query('update account set bound_at = (select at + 1 from subscription limit 1) where account_key = (select account_key from subscription limit 1)')
  await changed()
  await stage.send()
  expect((await stage.deliveries()).map(({ way }) => way)).toEqual(['sms', 'sms'])
  await stage.sql.query('update account set bound_at = 0 where account_key = (select account_key from subscription limit 1)')
})

test('where nothing is set up, and where no phone is kept, the inbox has it', async () => {
  await changed()
  const bare = stage.instance({ wechat: {}, alipay: {}, sms: null })
  const jobs = await bare.repository.deliveries.take(10)
  for (const job of jobs) expect(await bare.repository.deliveries.begin(job, () => [])).toBeNull()
  expect(await stage.deliveries()).toMatchObject([{ state: 'none', reason: 'noWay', tries: 0 }, { state: 'none', reason: 'noWay', tries: 0 }])
  expect((await ok(call('person/inbox', {}, holder.token))).messages.length).toBeGreaterThan(1)
})

test('a guardian is sent what they are told, and nothing once their consent is taken back', async () => {
  const guardian = await citizen('guardian', 'wechat', 1)
  await agree(guardian)
  await stage.allow(guardian, 'guardian')
  await ok(guardian.report())
  await stage.tell()
  await stage.send()
  expect(byWechat().at(-1)).toMatchObject({ to: openid('guardian'), fields: { thing3: '监护人', character_string6: '1111' } })
  await ok(guardian.release())
  await stage.tell()
  const { children: [child] } = await ok(call('person/family', {}, guardian.token))
  await ok(call('person/consent', { childId: child?.childId ?? '', agreed: false, notice: '2026-11-25' }, guardian.token))
  await stage.send()
  expect((await stage.deliveries()).map(({ state, reason }) => [state, reason])).toContainEqual(['none', 'notConcerned'])
})

test('whoever erased their data is sent nothing, and what they allowed is gone', async () => {
  const other = await citizen('locked', 'wechat')
  await stage.allow(other, 'locked')
  await ok(other.report())
  await stage.tell()
  await ok(call('person/eraseData', {}, other.token))
  const sms = bySms().length
  await stage.send()
  expect([await stage.count('subscription'), await stage.count('delivery'), await stage.count('pgboss.job'), bySms().length]).toEqual([0, 0, 0, sms])
})

test('how it was sent, and what may be, is in the copy of one’s data', async () => {
  await ok(holder.report())
  await stage.tell()
  await stage.send()
  await stage.allow(holder, 'in-use')
  const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'exportData' } }, holder.token))
  await ok(call('session/completeVerification', { verificationId, sandboxResult: 'passed' }, holder.token))
  const copy = JSON.parse((await ok(call('person/exportData', { verificationId }, holder.token))).copy) as { messages: object[]; accounts: object[] }
  expect(copy.messages.at(-1)).toMatchObject({ sentBy: 'sms', sentAt: expect.stringMatching(/\+08:00$/) })
  expect(copy.accounts).toContainEqual(expect.objectContaining({ channel: 'wechat', mayBeSent: [{ template: 'cardChanged', times: 1 }] }))
  await ok(holder.release())
})

describe('what the phone asks', () => {
  test('a platform’s templates are named by their ids', async () => {
    expect(await ok(call('person/messageTemplates', {}, holder.token))).toEqual({
      templates: [{ template: 'cardChanged', id: 'played-wechat-changed' }, { template: 'lapsesSoon', id: 'played-wechat-lapses' }],
    })
    const { token } = await citizen('in-use', 'alipay')
    expect((await ok(call('person/messageTemplates', {}, token))).templates).toHaveLength(2)
  })

  test('WeChat’s leave is counted up to a limit, Alipay’s is there or not', async () => {
    const { token } = await citizen('in-use', 'alipay')
    for (let time = 0; time < 3; time += 1) {
      await ok(call('person/subscribe', { templates: ['cardChanged'], idempotencyKey: newKey() }, holder.token))
      await ok(call('person/subscribe', { templates: ['cardChanged'], idempotencyKey: newKey() }, token))
    }
    const { rows } = await stage.sql.query<{ times: number }>('select times from subscription order by times')
    expect(rows).toEqual([{ times: 1 }, { times: 3 }])
    await stage.sql.query('update subscription set times = 49')
    for (let time = 0; time < 3; time += 1) await ok(call('person/subscribe', { templates: ['cardChanged'], idempotencyKey: newKey() }, holder.token))
    expect(await stage.count('subscription where times = 50')).toBe(1)
  })

  test('the same leave told again, and again at once, counts once; another under its key is refused', async () => {
    const once = { templates: ['cardChanged' as const], idempotencyKey: newKey() }
    await Promise.all(Array.from({ length: 8 }, () => ok(call('person/subscribe', once, holder.token))))
    await ok(call('person/subscribe', once, holder.token))
    expect(await stage.count('subscription where times = 1')).toBe(1)
    expect(await refused(call('person/subscribe', { ...once, templates: ['lapsesSoon'] }, holder.token))).toMatchObject({ code: 'idempotencyKeyReused' })
    await ok(call('person/subscribe', { ...once, idempotencyKey: newKey() }, holder.token))
    expect((await stage.sql.query('select template, times from subscription')).rows).toEqual([{ template: 'cardChanged', times: 2 }])
  })

  test('what was answered is among what is kept of them', async () => {
    const answers = async () => (await ok(call('person/myData', {}, holder.token))).kept.find(({ what }) => what === 'answer')?.count ?? 0
    const before = await answers()
    await ok(call('person/subscribe', { templates: ['cardChanged'], idempotencyKey: newKey() }, holder.token))
    expect(await answers()).toBe(before + 1)
  })
})
