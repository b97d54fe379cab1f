import fc from 'fast-check'
import { sendDue } from '../../../cloudfunctions/jobs/messages'
import { citizen, ok, type Citizen } from '../../support/record/citizen'
import { openMessages, openid, type MessageStage } from './stage'

jest.setTimeout(120_000)

let stage: MessageStage
let holder: Citizen
beforeAll(async () => {
  stage = await openMessages()
  holder = await citizen('in-use', 'wechat')
})
afterAll(() => stage.close())

const faults = { busy: { error: -1 }, lost: 'cutAfter', away: { status: 500 }, refused: { error: 47003 } } as const
const steps = ['send', 'busy', 'lost', 'away', 'refused', 'endsBeforeSending', 'endsAfterSending', 'two', 'time'] as const
type Step = (typeof steps)[number]

/** A process that has written down that it sends, and ends before or after it does. */
const ends = async (isSent: boolean) => {
  const { repository: { deliveries }, messengers } = stage.services
  for (const job of await deliveries.take(10)) {
    const sending = await deliveries.begin(job, () => ['wechat'])
    const words = { what: '社保卡', when: '2026-12-01 09:30', who: '持卡人', door: '微信', next: '请打12333', hotline: '12333', card: '0101' }
    if (isSent && sending) await messengers.wechat?.send({ id: sending.messageId, to: sending.to, template: 'cardChanged', texts: { zh: words, en: words }, sms: '' })
  }
}

/** A city without SMS: whatever is sent is sent by WeChat. */
const bare = () => ({ ...stage.services, config: { ...stage.services.config, messages: { ...stage.services.config.messages, sms: null } }, messengers: { ...stage.services.messengers, sms: null } })
const send = () => sendDue(bare(), new AbortController().signal)

const take = async (step: Step): Promise<void> => {
  if (step === 'time') {
    await stage.pass(5 * 3_600)
    await stage.services.repository.deliveries.tidy()
    await stage.pass(5 * 3_600)
  } else if (step === 'two') await Promise.all([send(), send()])
  else if (step === 'endsBeforeSending' || step === 'endsAfterSending') await ends(step === 'endsAfterSending')
  else {
    if (step !== 'send') stage.platforms.wechat.next('subscribeSend', faults[step])
    await send()
  }
}

test('whatever fails and whoever ends in the midst, a person gets an event at most once, and nothing waits for ever', async () => {
  const received = () => stage.platforms.wechat.received().filter(({ to }) => to === openid('in-use')).length
  await fc.assert(fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 1, maxLength: 6 }), async (schedule) => {
    await stage.clear()
    for (let time = 0; time < 8; time += 1) await stage.allow(holder, 'in-use')
    await ok((await holder.state()) === 'inUse' ? holder.report() : holder.release())
    await stage.tell()
    const before = received()
    for (const step of schedule) await take(step)
    for (let time = 0; time < 3; time += 1) await take('time').then(send)
    expect(received() - before).toBeLessThanOrEqual(1)
    const [delivery] = await stage.deliveries()
    expect(['sent', 'dead', 'none']).toContain(delivery?.state)
    if (delivery?.state === 'sent') expect(received() - before).toBe(1)
    expect(await stage.count('pgboss.job')).toBe(0)
  }), { numRuns: 20 })
})
