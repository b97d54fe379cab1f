import { tellAll } from '../../../cloudfunctions/host/telling'
import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { idNumber } from '../../support/record/card-file'
import { call, citizen, newKey, ok, refused, type Citizen } from '../../support/record/citizen'
import { agree, grant, people } from '../../support/record/family'
import { becomes } from '../../support/record/person'

let record: TestRecord
beforeEach(async () => { record = await openRecord() })
afterEach(() => record.close())

const tell = () => tellAll(record.services)
const inbox = async ({ token }: Pick<Citizen, 'token'>) => ok(call('person/inbox', {}, token))
const aboutIn = async (of: Citizen) => (await inbox(of)).messages.map(({ about }) => about)

test('what was done is told to the holder in every door, with who, when, from where and whom to call', async () => {
  const wechat = await citizen('in-use', 'wechat')
  const { report } = await ok(wechat.report())
  await tell()
  const { messages, unread } = await inbox(await citizen('in-use', 'alipay'))
  expect(messages).toEqual([{
    messageId: expect.stringMatching(/^[\da-f]{32}$/),
    cardId: wechat.cardId,
    maskedNumber: '5101**********0101',
    about: 'lossReported',
    function: 'socialSecurity',
    at: report.reportedAt,
    channel: 'wechat',
    by: 'cardholder',
    kind: 'formal',
    read: false,
    hotline: '028-12333',
    disputable: 'lossReported',
  }])
  expect(unread).toBe(1)
})

test('it is told once, however often and however many tell it at once', async () => {
  const holder = await citizen('in-use', 'wechat')
  await ok(holder.report())
  await atOnce(8, tell)
  await tell()
  await ok(holder.release())
  await atOnce(8, tell)
  expect(await aboutIn(holder)).toEqual(['reportReleased', 'lossReported'])
})

test('nobody else is told', async () => {
  await ok((await citizen('in-use', 'wechat')).report())
  await tell()
  expect(await aboutIn(await citizen('locked', 'wechat'))).toEqual([])
})

test('what is read is read up to there, and by its reader alone', async () => {
  const holder = await citizen('in-use', 'wechat')
  await ok(holder.report())
  await ok(holder.release())
  await tell()
  const { messages: [newest, older] } = await inbox(holder)
  const reading = (messageId: string, { token }: Citizen) => call('person/readInbox', { messageId }, token)
  expect(await refused(reading(newest?.messageId ?? '', await citizen('locked', 'wechat')))).toEqual({ code: 'notFound', status: 404 })
  expect(await ok(reading(older?.messageId ?? '', holder))).toEqual({ unread: 1 })
  expect((await inbox(holder)).messages.map(({ read }) => read)).toEqual([false, true])
  expect(await ok(reading(newest?.messageId ?? '', holder))).toEqual({ unread: 0 })
})

test('many are read page by page, none twice and none left out', async () => {
  const holder = await citizen('in-use', 'wechat')
  for (let times = 0; times < 12; times += 1) {
    await ok(holder.report())
    await ok(holder.release())
  }
  await tell()
  const first = await inbox(holder)
  const second = await ok(call('person/inbox', { cursor: first.cursor ?? '' }, holder.token))
  expect([first.messages.length, second.messages.length, second.cursor]).toEqual([20, 4, undefined])
  expect(new Set([...first.messages, ...second.messages].map(({ messageId }) => messageId)).size).toBe(24)
  const another = await citizen('in-use', 'alipay')
  expect(await refused(call('person/inbox', { cursor: first.cursor ?? '' }, another.token))).toMatchObject({ code: 'invalidRequest' })
})

test('a guardian who has agreed is told of the child’s card, until the child is of age', async () => {
  const guardian = await citizen('guardian', 'wechat', 1)
  await agree(guardian)
  await ok(guardian.report())
  await tell()
  expect((await inbox(guardian)).messages).toMatchObject([{ about: 'lossReported', by: 'guardian', actor: '示****' }])
  await becomes(record, guardian.cardId, '000000200001010048')
  expect((await inbox(guardian)).messages).toEqual([])
})

test('a guardian is told as well where the child is old enough that no consent is asked for', async () => {
  const guardian = await citizen('guardian', 'wechat', 1)
  await becomes(record, guardian.cardId, idNumber(`${new Date().getUTCFullYear() - 15}0101`))
  await ok(guardian.report())
  await tell()
  expect((await inbox(guardian)).messages).toMatchObject([{ about: 'lossReported', by: 'guardian' }])
})

test('a guardian who takes the consent back reads no more of what happened to the child’s card', async () => {
  const guardian = await citizen('guardian', 'wechat', 1)
  await agree(guardian)
  await ok(guardian.report())
  await tell()
  const { children: [child] } = await ok(call('person/family', {}, guardian.token))
  await ok(call('person/consent', { childId: child?.childId ?? '', agreed: false, notice: '2026-11-25' }, guardian.token))
  expect(await inbox(guardian)).toEqual({ messages: [], unread: 0 })
})

test('the holder is told what their proxy did, by name, and the proxy is not', async () => {
  const holder = await citizen('in-use', 'wechat')
  await ok(grant(holder))
  const proxy = await citizen('guardian', 'wechat')
  await ok(proxy.report({ cardId: holder.cardId, verificationId: await checkFor(proxy, holder.cardId) }))
  await tell()
  expect((await inbox(holder)).messages).toMatchObject([{ by: 'proxy', actor: '示****' }])
  expect((await inbox(proxy)).messages.filter(({ cardId }) => cardId === holder.cardId)).toEqual([])
  expect(people.guardian.name).toHaveLength(5)
})

const checkFor = async ({ token }: Citizen, cardId: string): Promise<string> => {
  const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId } }, token))
  await ok(call('session/completeVerification', { verificationId, sandboxResult: 'passed' }, token))
  return verificationId
}

test('what has been disputed, or has ended, cannot be disputed again', async () => {
  const holder = await citizen('in-use', 'wechat')
  await ok(holder.report())
  await tell()
  await ok(call('card/dispute', { cardId: holder.cardId, about: 'lossReported', idempotencyKey: newKey() }, holder.token))
  await tell()
  expect((await inbox(holder)).messages.map(({ about, disputable }) => [about, disputable])).toEqual([['disputed', undefined], ['lossReported', undefined]])
})

describe('a temporary report', () => {
  /** The demo citizen whose phone report has three days left. */
  const lost = async () => {
    // another's in the demo city has lapsed already
    await record.services.repository.told.settleLapses()
    return citizen('temporarily-lost', 'wechat')
  }
  const setDue = (about: string, at: string) =>
    record.sql.query(`update outbox set due_at = ${at} where notice ->> 'about' = $1 and sent_at is null`, [about])
  const now = `floor(extract(epoch from clock_timestamp()) * 1000)`

  test('warns before it lapses, not earlier', async () => {
    const holder = await lost()
    await tell()
    expect(await aboutIn(holder)).toEqual(['lossReported'])
    await setDue('lapsesSoon', `${now} + 60000`)
    await tell()
    expect(await aboutIn(holder)).toEqual(['lossReported'])
    await setDue('lapsesSoon', now)
    await tell()
    expect((await inbox(holder)).messages).toMatchObject([{ about: 'lapsesSoon' }, { about: 'lapsesSoon' }, { about: 'lossReported' }])
  })

  test('does not warn once a formal report has taken its place', async () => {
    const holder = await lost()
    await ok(holder.report())
    await setDue('lapsesSoon', now)
    await tell()
    expect(await aboutIn(holder)).not.toContain('lapsesSoon')
  })

  test('is told when it has lapsed, whether or not anybody looked', async () => {
    const holder = await lost()
    await record.sql.query(`update loss_report set lapses_at = ${now} - 1000 where card_key = $1`, [holder.cardId])
    expect(await record.services.repository.told.settleLapses()).toBe(1)
    expect(await record.services.repository.told.settleLapses()).toBe(0)
    await tell()
    expect(await aboutIn(holder)).toContain('reportLapsed')
    expect(await record.services.repository.cards.verifyHistory(holder.cardId)).toBeNull()
    expect(await holder.state()).toBe('inUse')
  })

  test('is not told a second before it lapses', async () => {
    const holder = await lost()
    await record.sql.query(`update loss_report set lapses_at = ${now} + 600000 where card_key = $1`, [holder.cardId])
    expect(await record.services.repository.told.settleLapses()).toBe(0)
  })
})

test('what was told is kept without anything personal in clear', async () => {
  await ok((await citizen('in-use', 'wechat')).report())
  await tell()
  const { rows } = await record.sql.query<{ all: string }>('select json_agg(m)::text as all from message m')
  expect(rows[0]?.all).toContain('lossReported')
  expect(rows[0]?.all).not.toMatch(/示例|510100|0000001985/)
})
