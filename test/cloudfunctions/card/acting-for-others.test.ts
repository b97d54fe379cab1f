import { openRecord, type TestRecord } from '../../support/record'
import { idNumber } from '../../support/record/card-file'
import { call, citizen, newKey, ok, refused, type Citizen } from '../../support/record/citizen'
import { grant, people } from '../../support/record/family'
import { becomes, holderOf } from '../../support/record/person'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
let holder: Citizen
let proxy: Citizen
beforeEach(async () => {
  record = await openRecord()
  holder = await citizen('two-cards', 'wechat')
  // own card, the child's, and the one that the demo city lets them report
  proxy = await citizen('guardian', 'alipay', 2)
})
afterEach(() => record.close())

const ends = (when: string) => record.sql.query(
  `update proxy_grant set ends_at = floor(extract(epoch from clock_timestamp()) * 1000)::bigint + $2 where card_key = $1`, [holder.cardId, when])

describe('a proxy', () => {
  test('sees the card, masked, with what they may do', async () => {
    expect(proxy.cardId).toBe(holder.cardId)
    const { cards } = await ok(call('card/list', {}, proxy.token))
    expect(cards[2]).toMatchObject({ holder: { relation: 'proxy', maskedName: '示****' }, maskedNumber: '5101**********1212' })
    expect(cards[2]?.actions.map(({ action, allowed, reason }) => `${action} ${allowed ? 'yes' : String(reason)}`))
      .toEqual(['reportLoss yes', 'releaseLoss notGranted', 'bankTold nothingReported'])
    expect((await ok(call('card/get', { cardId: holder.cardId }, proxy.token))).card).toEqual(cards[2])
  })

  test('reports the loss after a check of their own, and everyone is told who did it', async () => {
    const { report, card } = await ok(proxy.report())
    expect([report.by, report.actor, report.channel, card.socialSecurity.state]).toEqual(['proxy', '示****', 'alipay', 'formallyLost'])
    const { rows } = await record.sql.query<{ actor_key: string }>('select actor_key from verification where subject_key = $1', [holder.cardId])
    expect(rows).toEqual([{ actor_key: await holderOf(record, (await citizen('guardian', 'wechat')).cardId) }])
    expect((await ok(call('card/get', { cardId: holder.cardId }, holder.token))).report).toEqual(report)
    const { events: [event] } = await ok(call('card/history', { cardId: holder.cardId }, holder.token))
    expect(event).toMatchObject({ what: 'lossReported', by: 'proxy', actor: '示****', channel: 'alipay', receiptNumber: report.receiptNumber })
  })

  test('gets the first answer to the same request again', async () => {
    const request = { verificationId: await proxy.check('reportLoss'), idempotencyKey: newKey() }
    const first = await ok(proxy.report(request))
    expect(await ok(proxy.report(request))).toEqual(first)
  })

  test('says that the bank has been told, which belongs to reporting', async () => {
    await ok(proxy.report())
    expect((await ok(call('card/bankTold', { cardId: holder.cardId, told: true, idempotencyKey: newKey() }, proxy.token))).card.bankTold).toBe(true)
  })

  test('finds where to go with the card', async () => {
    await ok(proxy.report())
    const { steps } = await ok(call('outlets/forCard', { cardId: holder.cardId, need: 'instantReissue' }, proxy.token))
    expect(steps.length).toBeGreaterThan(0)
  })

  test('does nothing that was not granted, and reads no history', async () => {
    await ok(holder.report())
    const { cardId, token } = proxy
    for (const purpose of ['releaseLoss', 'reissue'] as const) {
      expect(await refused(call('session/beginVerification', { subject: { purpose, cardId } }, token))).toEqual({ code: 'notGranted', status: 409 })
    }
    expect(await refused(call('card/history', { cardId }, token))).toEqual({ code: 'holderOnly', status: 409 })
    await ok(grant(holder, { purpose: 'releaseLoss' }))
    const { already, report } = await ok(proxy.release())
    expect([already, report?.by, report?.actor, report?.endedBy]).toEqual([false, 'cardholder', undefined, 'released'])
    const { events: [event] } = await ok(call('card/history', { cardId }, holder.token))
    expect(event).toMatchObject({ what: 'reportReleased', by: 'proxy', actor: '示****' })
  })

  test('with a grant for something else is told so, and may not say that the bank has been told', async () => {
    const other = await citizen('locked', 'wechat')
    await ok(grant(other, { purpose: 'releaseLoss' }))
    await ok(other.report())
    const answers = [
      call('card/reportLoss', { cardId: other.cardId, verificationId: `${other.cardId}.none`, idempotencyKey: newKey() }, proxy.token),
      call('card/bankTold', { cardId: other.cardId, told: true, idempotencyKey: newKey() }, proxy.token),
    ]
    expect(await Promise.all(answers.map(refused))).toEqual(Array(2).fill({ code: 'notGranted', status: 409 }))
  })

  test('of one card sees no other of its holder', async () => {
    const second = await citizen('two-cards', 'wechat', 1)
    expect(await refused(call('card/get', { cardId: second.cardId }, proxy.token))).toEqual({ code: 'notFound', status: 404 })
  })

  test('is refused at once when the grant is taken back, also with a check that was passed before', async () => {
    const verificationId = await proxy.check('reportLoss')
    const { proxies: [given] } = await ok(call('person/family', {}, holder.token))
    await ok(call('person/revokeProxy', { cardId: holder.cardId, grantId: given?.grantId ?? '' }, holder.token))
    expect(await refused(proxy.report({ verificationId }))).toEqual({ code: 'notFound', status: 404 })
    expect((await ok(call('card/list', {}, proxy.token))).cards).toHaveLength(2)
  })

  test.each([['a minute before', true, '60000'], ['at', false, '0'], ['a second after', false, '-1000']])(
    '%s the end of the grant may act: %s',
    async (_when, may, ms) => {
      const verificationId = await proxy.check('reportLoss')
      await ends(ms)
      const answer = await proxy.report({ verificationId })
      expect(answer.ok ? answer.data.report.by : answer.error.code).toBe(may ? 'proxy' : 'notFound')
      const { actingFor } = await ok(call('person/family', {}, proxy.token))
      expect([actingFor.length, (await ok(call('card/list', {}, proxy.token))).cards.length]).toEqual(may ? [1, 3] : [0, 2])
    },
  )

  test('who was named by another\'s name sees nothing', async () => {
    const other = await citizen('locked', 'wechat')
    await ok(grant(other, { proxy: { ...people.guardian, name: '示例公民甲' } }))
    expect(await refused(call('card/get', { cardId: other.cardId }, proxy.token))).toEqual({ code: 'notFound', status: 404 })
  })
})

test('the guardian of someone who has come of age acts for them again once they are granted it', async () => {
  const [child, guardian] = [await citizen('child', 'wechat'), await citizen('guardian', 'wechat', 1)]
  await becomes(record, child.cardId, idNumber('20000601', 11))
  expect(await refused(call('card/get', { cardId: child.cardId }, guardian.token))).toEqual({ code: 'guardianOfAdult', status: 409 })
  await ok(grant(child))
  const { cards } = await ok(call('card/list', {}, guardian.token))
  expect(cards.map(({ cardId, holder: { relation } }) => [cardId === child.cardId, relation])).toEqual([[false, 'cardholder'], [true, 'proxy'], [false, 'proxy']])
  expect((await ok(guardian.report())).report.by).toBe('proxy')
})
