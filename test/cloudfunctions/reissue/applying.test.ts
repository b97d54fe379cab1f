import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { call, citizen, newKey, ok, refused } from '../../support/record/citizen'
import { agree, grant, people } from '../../support/record/family'
import { aPhoto } from '../../support/record/photo'
import { address, applied, apply, elsewhere, orderOf, request, someone, upload, type Acting } from './stage'

// many requests, on a machine that may be busy
jest.setTimeout(180_000)

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

const eventsOf = async (cardId: string): Promise<string[]> => {
  const { rows } = await record.sql.query<{ what: string }>(`select event->>'what' as what from card_event where card_key = $1 order by seq`, [cardId])
  return rows.map(({ what }) => what)
}
const holds = async ({ cardId }: Acting) => expect(await record.services.repository.cards.verifyHistory(cardId)).toBeNull()
const reportOf = ({ token, cardId, check }: Acting) => async () =>
  ok(call('card/reportLoss', { cardId, idempotencyKey: newKey(), verificationId: await check('reportLoss') }, token))

describe('an application of the holder', () => {
  test('for a lost card makes the formal report in the same step', async () => {
    const who = await someone(record)
    const { order, report, card, already } = await applied(who)
    expect([already, card.socialSecurity.state, report?.kind, report?.receiptNumber]).toEqual([false, 'formallyLost', 'formal', expect.stringMatching(/^GS/)])
    expect(order).toEqual({
      orderId: expect.any(String), kind: 'replacement', reason: 'lost', way: 'serviceOutlet', bank: 'icbc', by: 'cardholder', channel: 'wechat', state: 'applied',
      steps: [{ state: 'applied', at: expect.any(String) }], photo: false, papersToCollect: ['holderId', 'receipt'],
    })
    expect(await eventsOf(who.cardId)).toEqual(['cardImported', 'lossReported', 'reissueApplied'])
    expect(await orderOf(who)).toEqual(order)
    await holds(who)
  })

  test('for a card that is reported formally already leaves the report as it is', async () => {
    const who = await someone(record, {}, 'alipay')
    const { report: { receiptNumber } } = await reportOf(who)()
    expect((await applied(who)).report?.receiptNumber).toBe(receiptNumber)
    expect(await eventsOf(who.cardId)).toEqual(['cardImported', 'lossReported', 'reissueApplied'])
  })

  test('for one that is reported by telephone takes the place of that report', async () => {
    const { cardId, token, check } = await citizen('temporarily-lost', 'wechat')
    const { report } = await applied({ cardId, token, check })
    expect(report?.kind).toBe('formal')
    const { rows } = await record.sql.query('select kind, ended_by from loss_report where card_key = $1 order by reported_at', [cardId])
    expect(rows).toEqual([{ kind: 'temporary', ended_by: 'replaced' }, { kind: 'formal', ended_by: null }])
    await holds({ cardId, token, check })
  })

  test.each(['expired', 'damaged', 'defaced', 'detailsChanged', 'bankChanged', 'movedProvince'] as const)('for %s reports nothing', async (reason) => {
    const who = await someone(record)
    const { order, report, card } = await applied(who, { reason, way: 'mail', address })
    expect([order.kind, order.reason, order.address, report, card.socialSecurity.state]).toEqual(['exchange', reason, address, undefined, 'inUse'])
    await holds(who)
  })

  test('is sent by mail to the address, at another bank where the reason lets it choose', async () => {
    const who = await someone(record)
    const { order } = await applied(who, { reason: 'bankChanged', way: 'mail', bank: 'bocd', address })
    expect([order.bank, order.address]).toEqual(['bocd', address])
  })

  test('names an outlet of its city’s list', async () => {
    const who = await someone(record)
    const { order } = await applied(who, { outlet: 'chengdu.wuhou-agency' })
    expect(order.outlet).toBe('chengdu.wuhou-agency')
    const other = await someone(record)
    for (const outlet of ['chengdu.nowhere', 'beijing.wuhou-agency']) expect(await refused(apply(other, { outlet }))).toMatchObject({ code: 'invalidRequest' })
  })

  test('with a photo keeps it until the order is over', async () => {
    const who = await someone(record)
    const { photoId } = await ok(upload(who, aPhoto()))
    const { order } = await applied(who, { reason: 'oldMedicalCard', photoId })
    expect([order.kind, order.photo]).toEqual(['exchange', true])
    const { rows } = await record.sql.query('select until_at from photo where card_key = $1', [who.cardId])
    expect(rows).toEqual([{ until_at: null }])
  })
})

describe('others', () => {
  test('a guardian applies for a child after agreeing', async () => {
    const guardian = await citizen('guardian', 'wechat', 1)
    expect(await refused(call('session/beginVerification', { subject: { purpose: 'reissue', cardId: guardian.cardId } }, guardian.token))).toMatchObject({ code: 'guardianConsentNeeded' })
    await agree(guardian)
    const { order, report } = await applied(guardian)
    expect([order.by, report?.by, order.papersToCollect]).toEqual(['guardian', 'guardian', ['guardianId', 'householdRegister', 'receipt']])
  })

  test('a proxy applies with a grant for it; the address is theirs to read, and the holder’s', async () => {
    const holder = await citizen('in-use', 'wechat')
    await ok(grant(holder, { purpose: 'reissue', proxy: people.twoCards }))
    const { token } = await citizen('two-cards', 'alipay')
    const { check } = { check: async () => {
      const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'reissue', cardId: holder.cardId } }, token))
      await ok(call('session/completeVerification', { verificationId, sandboxResult: 'passed' }, token))
      return verificationId
    } }
    const proxy = { cardId: holder.cardId, token, check }
    const { order } = await applied(proxy, { way: 'mail', address })
    expect([order.by, order.address, order.papersToCollect]).toEqual(['proxy', address, ['holderId', 'proxyId', 'receipt']])
    expect((await orderOf(holder))?.address).toEqual(address)
    await ok(call('reissue/changeAddress', { cardId: holder.cardId, orderId: order.orderId, address: elsewhere, idempotencyKey: newKey() }, holder.token))
    expect((await orderOf(proxy))?.address).toEqual({ recipient: '示****', phone: '138****0001', division: '110101', street: '示例胡****' })
    expect((await orderOf(holder))?.address).toEqual(elsewhere)
  })

  test('a proxy whose grant is for something else is refused', async () => {
    const proxy = await citizen('guardian', 'alipay', 2)
    expect(await refused(call('session/beginVerification', { subject: { purpose: 'reissue', cardId: proxy.cardId } }, proxy.token))).toMatchObject({ code: 'notGranted' })
    const { answer } = await ok(call('reissue/options', { cardId: proxy.cardId, reason: 'lost' }, proxy.token))
    expect(answer).toEqual({ refused: 'notGranted' })
    expect(await refused(upload(proxy, aPhoto()))).toMatchObject({ code: 'notGranted' })
  })

  test('an account that makes no loss reports for a time makes none by applying', async () => {
    const who = await someone(record)
    await record.sql.query(`update account set barred_until = 9e12 where person_key = (select holder_key from card where card_key = $1)`, [who.cardId])
    expect(await refused(apply(who))).toMatchObject({ code: 'barred' })
    expect((await applied(who, { reason: 'damaged' })).order.state).toBe('applied')
  })
})

describe('again', () => {
  test('the same request gets the first answer, another one under its key is refused', async () => {
    const who = await someone(record)
    const asked = await request(who, { way: 'mail', address })
    const first = await ok(call('reissue/apply', asked, who.token))
    expect(await ok(call('reissue/apply', asked, who.token))).toEqual(first)
    for (const over of [{ address: elsewhere }, { way: 'serviceOutlet' as const }, { reason: 'damaged' as const }]) {
      expect(await refused(call('reissue/apply', { ...asked, ...over }, who.token))).toMatchObject({ code: 'idempotencyKeyReused' })
    }
    expect(await eventsOf(who.cardId)).toEqual(['cardImported', 'lossReported', 'reissueApplied'])
  })

  test('the same application is so already, and keeps its address; another is not to be had', async () => {
    const who = await someone(record)
    const first = await applied(who, { way: 'mail', address })
    const again = await applied(who, { way: 'mail', address: elsewhere })
    expect([again.already, again.order]).toEqual([true, first.order])
    expect(await refused(apply(who, { reason: 'damaged' }))).toMatchObject({ code: 'orderOpen' })
  })

  test('sixteen at once are one application', async () => {
    const who = await someone(record)
    const checks = await atOnce(16, () => who.check('reissue'))
    const answers = await atOnce(16, (index) => applied(who, { way: 'mail', address, verificationId: checks[index] ?? '' }))
    expect(answers.filter(({ already }) => !already)).toHaveLength(1)
    expect(new Set(answers.map(({ order }) => order.orderId)).size).toBe(1)
    expect(await eventsOf(who.cardId)).toEqual(['cardImported', 'lossReported', 'reissueApplied'])
  })

  test('a check that was used, or is for something else, is refused', async () => {
    const who = await someone(record)
    const asked = await request(who)
    await ok(call('reissue/apply', asked, who.token))
    expect(await refused(call('reissue/apply', { ...asked, idempotencyKey: newKey() }, who.token))).toMatchObject({ code: 'verificationUsed' })
    expect(await refused(apply(who, { verificationId: await who.check('reportLoss') }))).toMatchObject({ code: 'verificationRefused' })
  })

  test('a connection killed in the middle leaves neither a report nor an application, and the retry makes both', async () => {
    const who = await someone(record)
    const asked = await request(who, { way: 'mail', address })
    await record.sql.query('begin')
    await record.sql.query('select from card where card_key = $1 for update', [who.cardId])
    const first = refused(call('reissue/apply', asked, who.token))
    const waiting = `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
    let pids: { pid: number }[] = []
    while (pids.length === 0) pids = (await record.sql.query<{ pid: number }>(waiting)).rows
    await record.sql.query('select pg_terminate_backend($1)', [pids[0]?.pid])
    expect(await first).toMatchObject({ code: 'busy' })
    await record.sql.query('commit')
    const rowsOf = async (table: string) => (await record.sql.query(`select from ${table} where card_key = $1`, [who.cardId])).rowCount
    expect([await eventsOf(who.cardId), await rowsOf('reissue'), await rowsOf('order_private'), await rowsOf('loss_report')]).toEqual([['cardImported'], 0, 0, 0])
    expect((await ok(call('reissue/apply', asked, who.token))).order.address).toEqual(address)
    await holds(who)
  })
})

describe('what is refused', () => {
  test.each([
    ['mail without an address', { way: 'mail' }, 'addressNeeded'],
    ['a district that is none', { way: 'mail', address: { ...address, division: '519999' } }, 'invalidRequest'],
    ['an old medical card without a photo', { reason: 'oldMedicalCard' }, 'photoNeeded'],
    ['a photo that is not there', { photoId: 'p-none' }, 'photoNeeded'],
    ['a way that is applied for at the bank', { way: 'instant' }, 'wayNotOffered'],
    ['a bank that did not issue the card', { bank: 'bocd' }, 'bankNotOffered'],
  ] as const)('%s', async (_what, over, code) => {
    const who = await someone(record)
    expect(await refused(apply(who, over))).toMatchObject({ code })
    expect(await eventsOf(who.cardId)).toEqual(['cardImported'])
  })

  test('a card that has to be cancelled at an agency first', async () => {
    const { cardId, token, check } = await citizen('moved-in', 'wechat')
    expect(await refused(apply({ cardId, token, check }))).toMatchObject({ code: 'cancelAtAgencyFirst' })
  })

  test.each([['cancelled', 'cardCancelled'], ['being-reissued', 'reissueAlreadyAccepted']] as const)('the card of %s: %s', async (id, code) => {
    const { cardId, token, check } = await citizen(id, 'wechat')
    expect(await refused(apply({ cardId, token, check }))).toMatchObject({ code })
    expect((await ok(call('reissue/options', { cardId, reason: 'lost' }, token))).answer).toEqual({ refused: code })
  })
})

test('options say which ways there are, and when the card would be ready', async () => {
  const who = await someone(record)
  const { answer } = await ok(call('reissue/options', { cardId: who.cardId, reason: 'lost' }, who.token))
  if ('refused' in answer) throw new Error(answer.refused)
  expect(answer).toMatchObject({ kind: 'replacement', report: 'madeToo', stopsOldCard: true, cancelFirst: false })
  expect(answer.options.map(({ way, here, workingDays }) => [way, here, workingDays])).toEqual([
    ['instant', false, 0], ['serviceOutlet', true, 15], ['bankApp', false, 15], ['mail', true, 15],
  ])
  expect(answer.options.every(({ ready }) => ready !== undefined)).toBe(true)
})
