import { operations } from '@/contract/operations'
import { tellAll } from '../../../cloudfunctions/host/telling'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, newKey, ok, refused, type Citizen } from '../../support/record/citizen'
import { agree, grant, people } from '../../support/record/family'
import { aPhoto } from '../../support/record/photo'
import { address, applied, upload } from '../reissue/stage'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
let person: Citizen
beforeEach(async () => {
  record = await openRecord()
  person = await citizen('in-use', 'wechat')
})
afterEach(() => record.close())

const exportCheck = async (token: string): Promise<string> => {
  const { verificationId } = await ok(call('session/beginVerification', { subject: { purpose: 'exportData' } }, token))
  await ok(call('session/completeVerification', { verificationId, sandboxResult: 'passed' }, token))
  return verificationId
}

const exported = async (token: string) => {
  const { copy } = await ok(call('person/exportData', { verificationId: await exportCheck(token) }, token))
  return { copy, data: JSON.parse(copy) as Record<string, never> }
}

const keptOf = async (token: string) =>
  Object.fromEntries((await ok(call('person/myData', {}, token))).kept.map(({ what, count }) => [what, count]))

describe('what is kept of oneself', () => {
  test('is told masked, with the doors one comes through', async () => {
    expect(await ok(call('person/myData', {}, person.token))).toMatchObject({
      maskedName: '示****',
      maskedIdNumber: '0000**********001X',
      maskedPhone: '100****0001',
      accounts: [
        { channel: expect.stringMatching(/^(wechat|alipay)$/), boundAt: expect.stringMatching(/\+08:00$/) },
        { channel: expect.stringMatching(/^(wechat|alipay)$/) },
      ],
    })
    const { accounts } = await ok(call('person/myData', {}, person.token))
    expect(accounts.map(({ channel, current }) => `${channel} ${current}`).sort()).toEqual(['alipay false', 'wechat true'])
  })

  test('is counted by what it is for', async () => {
    expect(await keptOf(person.token)).toEqual({ identity: 1, cardRecord: 1, account: 2, session: 1 })
    await ok(person.report())
    await ok(grant(person, { proxy: { ...people.locked } }))
    expect(await keptOf(person.token)).toEqual(
      { identity: 1, cardRecord: 2, account: 2, session: 1, identityCheck: 2, answer: 2, grant: 1, counter: 1 })
    expect(await keptOf((await citizen('locked', 'alipay')).token)).toMatchObject({ grant: 1 })
  })

  test('is nothing of whoever had the account before', async () => {
    await ok(person.report())
    await ok(call('session/unbind', {}, person.token))
    const { rows: [other] } = await record.sql.query(`select holder_key from card where card_key = $1`, [(await citizen('locked', 'alipay')).cardId])
    const later = Date.now() + 1
    await record.sql.query(`update account set person_key = $1, bound_at = $2 where person_key is null and ended_why = 'unbound'`, [other.holder_key, later])
    const { token } = await ok(call('session/signIn', { proof: { kind: 'sandbox', citizen: 'in-use', door: 'wechat' } }))
    expect(await keptOf(token)).toMatchObject({ account: 3, session: 2 })
    expect(Object.keys(await keptOf(token))).toEqual(['identity', 'cardRecord', 'account', 'session', 'counter'])
  })
})

describe('the copy', () => {
  test('says everything of oneself in clear', async () => {
    const { report } = await ok(person.report())
    await ok(grant(person, { proxy: { ...people.locked } }))
    const { data } = await exported(person.token)
    expect(data).toMatchObject({
      writtenAt: expect.stringMatching(/\+08:00$/),
      identity: { name: '示例公民甲', idNumber: '00000019850312001X', phone: '10000000001' },
      cards: [{
        number: '510100000000000101',
        socialSecurity: { life: 'inUse' },
        history: [{ what: 'lossReported', channel: 'wechat', receiptNumber: report.receiptNumber }, { what: 'cardImported' }],
      }],
      accounts: [{ boundAt: expect.any(String) }, { boundAt: expect.any(String) }],
      sessions: [{ begunAt: expect.any(String) }],
      identityChecks: [
        { purpose: 'reportLoss', result: 'passed', usedAt: expect.any(String) },
        { purpose: 'grantProxy', result: 'passed', usedAt: expect.any(String) },
        { purpose: 'exportData', result: 'passed', usedAt: expect.any(String) },
      ],
      grantsGiven: [{ proxy: '示****', card: '510100000000000101', purpose: 'reportLoss' }],
      grantsReceived: [],
      children: [],
    })
  })

  test('says where a new card is sent, with the photo that came with it', async () => {
    const { photoId } = await ok(upload(person, aPhoto()))
    await applied(person, { reason: 'damaged', way: 'mail', address, photoId })
    expect((await exported(person.token)).data).toMatchObject({
      cards: [{ orders: [{ kind: 'exchange', reason: 'damaged', way: 'mail', state: 'applied', appliedAt: expect.any(String), address, photo: aPhoto() }] }],
    })
    expect(await keptOf(person.token)).toMatchObject({ order: 1 })
  })

  test('masks everyone else', async () => {
    const guardian = await citizen('guardian', 'wechat')
    const { copy, data } = await exported(guardian.token)
    expect(data).toMatchObject({
      identity: { name: '示例公民癸' },
      children: [{ name: '示***' }],
      grantsReceived: [{ holder: '示****', card: '5101**********1212' }],
    })
    const others = ['示例儿童', '示例公民子', '000000201806010111', '510100000000001111', '510100000000001212']
    expect(others.filter((text) => copy.includes(text))).toEqual([])
    const { data: child } = await exported((await citizen('child', 'wechat')).token)
    expect(child).toMatchObject({ identity: { name: '示例儿童' }, guardians: ['示****'] })
  })

  test('says what one was told: of one’s own card in clear, of a child’s masked', async () => {
    const guardian = await citizen('guardian', 'wechat', 1)
    await agree(guardian)
    const { report } = await ok(guardian.report())
    await ok(person.report())
    await tellAll(record.services)
    const { messages: [newest] } = await ok(call('person/inbox', {}, person.token))
    await ok(call('person/readInbox', { messageId: newest?.messageId ?? '' }, person.token))
    expect((await exported(person.token)).data).toMatchObject({
      messages: [{ card: '510100000000000101', about: 'lossReported', channel: 'wechat', by: 'cardholder', toldAt: expect.any(String), readAt: expect.any(String) }],
    })
    const { data } = await exported(guardian.token)
    expect(data).toMatchObject({ messages: [{ card: '5101**********1111', about: 'lossReported', at: report.reportedAt, by: 'guardian' }] })
  })

  test('shows no key, hash or seal of ours', async () => {
    await ok(person.report())
    await ok(grant(person, { proxy: { ...people.locked } }))
    const { copy } = await exported(person.token)
    const { rows } = await record.sql.query<{ ours: string }>(`select unnest(array[card_key, holder_key, head, sealed_number]) as ours from card
      union select unnest(array[account_key, platform_hash, sealed_platform_id]) from account union select unnest(array[id_hash, person_key]) from person_directory
      union select number_hash from card_directory union select unnest(array[verification_id, outer_number, ticket]) from verification
      union select unnest(array[grant_id, sealed_proxy]) from proxy_grant union select unnest(array[session_id, secret_hash]) from session`)
    expect(rows.filter(({ ours }) => ours !== null && copy.includes(ours))).toEqual([])
    expect(copy).not.toContain('demo-openid')
  })

  test('needs a check for it, once', async () => {
    const verificationId = await exportCheck(person.token)
    await ok(call('person/exportData', { verificationId }, person.token))
    expect(await refused(call('person/exportData', { verificationId }, person.token))).toMatchObject({ code: 'verificationUsed' })
    const other = await person.check('reportLoss')
    expect(await refused(call('person/exportData', { verificationId: other }, person.token))).toMatchObject({ code: 'verificationRefused' })
    const begun = await ok(call('session/beginVerification', { subject: { purpose: 'exportData' } }, person.token))
    expect(await refused(call('person/exportData', { verificationId: begun.verificationId }, person.token))).toMatchObject({ code: 'verificationRefused' })
  })
})

describe('erasing', () => {
  test('leaves what an order under way needs, and takes where a card was sent before', async () => {
    const { order: { orderId } } = await applied(person, { reason: 'damaged', way: 'mail', address })
    await ok(call('reissue/cancel', { cardId: person.cardId, orderId, idempotencyKey: newKey() }, person.token))
    await applied(person, { reason: 'expired', way: 'mail', address })
    await ok(upload(person, aPhoto()))
    const { erased, stays } = await ok(call('person/eraseData', {}, person.token))
    expect([erased.find(({ what }) => what === 'order'), stays.find(({ what }) => what === 'order')]).toEqual([{ what: 'order', count: 1 }, { what: 'order', count: 1 }])
    expect((await record.sql.query('select from photo')).rowCount).toBe(0)
    const { rows } = await record.sql.query('select over_at, sealed_address is not null as there from order_private where card_key = $1', [person.cardId])
    expect(rows).toEqual([{ over_at: null, there: true }])
  })

  const countOf = async (text: string, values: unknown[] = []) =>
    (await record.sql.query<{ count: number }>(`select count(*)::integer as count from ${text}`, values)).rows[0]?.count

  test('says what went and what stays, and lets go of every account', async () => {
    await ok(person.report())
    await ok(grant(person, { proxy: { ...people.locked } }))
    await citizen('in-use', 'alipay')
    const { erased, stays } = await ok(call('person/eraseData', {}, person.token))
    expect(erased).toEqual([{ what: 'account', count: 2 }, { what: 'session', count: 2 }, { what: 'identityCheck', count: 2 }, { what: 'answer', count: 2 }])
    expect(stays).toEqual([{ what: 'identity', count: 1 }, { what: 'cardRecord', count: 2 }, { what: 'grant', count: 1 }, { what: 'counter', count: 1 }])
    expect(await countOf(`account where ended_why = 'erased' and person_key is null and epoch = 2`)).toBe(2)
    expect([await countOf('verification'), await countOf('idempotency')]).toEqual([0, 0])
  })

  test('lets go of what one was told, and of nobody else’s', async () => {
    await tellAll(record.services)
    const others = await countOf('message')
    await ok(person.report())
    await tellAll(record.services)
    expect(await keptOf(person.token)).toMatchObject({ message: 1 })
    const { erased, stays } = await ok(call('person/eraseData', {}, person.token))
    expect(erased).toContainEqual({ what: 'message', count: 1 })
    expect([stays.filter(({ what }) => what === 'message'), await countOf('message')]).toEqual([[], others])
  })

  test('ends every token and grant, and withdraws every consent', async () => {
    const alipay = await citizen('in-use', 'alipay')
    await ok(grant(person, { proxy: { ...people.locked } }))
    await record.sql.query(`insert into consent select holder_key, 'privacy', holder_key, 1, '2026-11-25', null from card where card_key = $1`, [person.cardId])
    await ok(call('person/eraseData', {}, person.token))
    for (const { token } of [person, alipay])
      expect(await refused(call('person/myData', {}, token))).toMatchObject({ code: 'notSignedIn' })
    expect((await ok(call('card/list', {}, (await citizen('locked', 'wechat')).token))).cards).toHaveLength(1)
    expect(await countOf('consent where withdrawn_at is null')).toBe(0)
    const { bound, token } = await ok(call('session/signIn', { proof: { kind: 'sandbox', citizen: 'in-use', door: 'wechat' } }))
    expect([bound, (await ok(call('session/account', {}, token))).ended?.why]).toEqual([false, 'erased'])
  })

  test('ends what others let one do', async () => {
    const guardian = await citizen('guardian', 'wechat')
    await ok(call('person/eraseData', {}, guardian.token))
    const { proxies } = await ok(call('person/family', {}, (await citizen('two-cards', 'wechat')).token))
    expect(proxies).toEqual([])
  })

  test('leaves the cards, their history and their report as they were', async () => {
    await ok(person.report())
    const row = async () => (await record.sql.query('select c.*, (select json_agg(e) from card_event e where e.card_key = c.card_key) as events from card c where card_key = $1', [person.cardId])).rows
    const before = await row()
    await ok(call('person/eraseData', {}, person.token))
    expect(await row()).toEqual(before)
  })

  test('again is refused, since nobody is signed in any more', async () => {
    const answers = await Promise.all([call('person/eraseData', {}, person.token), call('person/eraseData', {}, person.token)])
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual(['notSignedIn', 'ok'])
    expect(await refused(call('person/eraseData', {}, person.token))).toMatchObject({ code: 'notSignedIn' })
  })

  test('lets go of a person made here by binding, altogether', async () => {
    await record.sql.query(`update person set from_file = false`)
    await record.sql.query('delete from person_card where card_key = $1', [person.cardId])
    const people = (await countOf('person')) ?? 0
    const { erased, stays } = await ok(call('person/eraseData', {}, person.token))
    expect([erased.map(({ what }) => what), stays, await countOf('person')]).toEqual([['identity', 'account', 'session'], [], people - 1])
  })
})

test('every operation on oneself needs a citizen', () => {
  expect([operations['person/myData'], operations['person/exportData'], operations['person/eraseData']].map(({ access }) => access))
    .toEqual(['citizen', 'citizen', 'citizen'])
})
