import type { DataOf, RequestOf } from '@/contract'
import { day } from '@/domain/time'
import { call, ok, openRecord, refused, type TestRecord } from '../../support/record'
import { idNumber } from '../../support/record/card-file'
import { people } from '../../support/record/family'
import type { Visitor } from '../../support/record/visitor'
import { acted, callAs, holder, holders, newKey, openDoors, papers, partner, signedIn, window1, word, type Doors, type Holder } from './stage'

jest.setTimeout(120_000)

let record: TestRecord
let doors: Doors
beforeEach(async () => {
  record = await openRecord()
  doors = await openDoors(record)
})
afterEach(() => record.close())

type About = RequestOf<'card/dispute'>['about']
const dispute = ({ token }: Pick<Visitor, 'token'>, { cardId }: Holder, about: About = 'lossReported', idempotencyKey = newKey()) =>
  call('card/dispute', { cardId, about, idempotencyKey }, token)

const report = async ({ token, check }: Visitor, { cardId }: Holder) =>
  call('card/reportLoss', { cardId, verificationId: await check({ purpose: 'reportLoss', cardId }), idempotencyKey: newKey() }, token)

const close = (one: Pick<Holder, 'cardId'>, disputeId: string, outcome: 'upheld' | 'dismissed' = 'dismissed', who = doors.partners.counter) =>
  callAs(who, 'channel/closeDispute', { ...acted(who, one, { evidence: papers('holderId') }), disputeId, outcome })

const get = async ({ token }: Visitor, { cardId }: Holder): Promise<DataOf<'card/get'>> => ok(call('card/get', { cardId }, token))

/** Somebody whose card was reported lost at a counter, which they say was not them. */
const disputed = async () => {
  const one = await holder(record)
  const { counter } = doors.partners
  await ok(callAs(counter, 'channel/reportLoss', acted(counter, one)))
  const who = await signedIn(record, one, 'wechat')
  const { dispute: open } = await ok(dispute(who, one))
  return { one, who, open }
}

describe('“it wasn\'t me”', () => {
  test('is taken down without any check, and is one for every door', async () => {
    const { one, who, open } = await disputed()
    expect(open).toEqual({ disputeId: expect.any(String), about: 'lossReported', openedAt: expect.any(String) })
    expect((await get(who, one)).dispute).toEqual(open)
    const alipay = await signedIn(record, one, 'alipay')
    const again = await ok(dispute(alipay, one, 'passwordSet'))
    expect([again.already, again.dispute]).toEqual([true, open])
    const { cards: [card] } = await ok(callAs(doors.partners.counter, 'channel/cardStatus', { find: { cardId: one.cardId }, staff: window1 }))
    expect(card?.dispute).toEqual(open)
  })

  test('gets the first answer again under the same key, another one none', async () => {
    const one = await holder(record)
    const who = await signedIn(record, one, 'wechat')
    await ok(report(who, one))
    const key = newKey()
    const first = await ok(dispute(who, one, 'lossReported', key))
    expect(first.already).toBe(false)
    expect(await ok(dispute(who, one, 'lossReported', key))).toEqual(first)
    expect(await refused(dispute(who, one, 'passwordSet', key))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
  })

  test('about nothing is refused', async () => {
    const one = await holder(record)
    expect(await refused(dispute(await signedIn(record, one, 'wechat'), one))).toEqual({ code: 'nothingToDispute', status: 409 })
  })

  test('stops a release and a reissue in every door, and never a report', async () => {
    const one = await holder(record)
    const { counter, tianfu } = doors.partners
    const who = await signedIn(record, one, 'wechat')
    expect(await doors.report('phone', one)).toBe('done')
    await ok(dispute(who, one))
    expect(await doors.release('phone', one)).toBe('disputeOpen')
    expect(await word(callAs(counter, 'channel/releaseLoss', acted(counter, one)))).toBe('disputeOpen')
    expect(await word(callAs(counter, 'channel/acceptReissue', { ...acted(counter, one), kind: 'exchange' }))).toBe('disputeOpen')
    expect(await word(callAs(tianfu, 'channel/reportLoss', acted(tianfu, one)))).toBe('done')
    const { cardId } = one
    const verificationId = await who.check({ purpose: 'releaseLoss', cardId })
    expect(await refused(call('card/releaseLoss', { cardId, verificationId, idempotencyKey: newKey() }, who.token))).toEqual({ code: 'disputeOpen', status: 409 })
    // the bank's half is the bank's
    expect(await doors.bankReports(one)).toBe('done')
    expect(await word(callAs(doors.partners.bank, 'channel/bankReleased', { card: { cardId }, staff: { id: 'b-1' }, idempotencyKey: newKey() }))).toBe('done')
  })

  test('is a guardian\'s for a child, never a proxy\'s', async () => {
    const child = await holder(record, { id_number: idNumber(`${new Date().getUTCFullYear() - 9}0101`, 8), guardian_id_number: people.guardian.idNumber })
    const { counter } = doors.partners
    await ok(callAs(counter, 'channel/reportLoss', acted(counter, child, { applicant: { role: 'guardian', ...people.guardian } })))
    const guardian = await signedIn(record, { ...child, name: people.guardian.name, id_number: people.guardian.idNumber }, 'wechat')
    const { dispute: open } = await ok(dispute(guardian, child))
    const proxied = { ...acted(counter, child, { applicant: { role: 'proxy', name: '示例公民路', idNumber: idNumber('19850101', 9) } }), disputeId: open.disputeId, outcome: 'upheld' as const }
    expect(await refused(callAs(counter, 'channel/closeDispute', proxied))).toEqual({ code: 'holderOnly', status: 409 })
    const asGuardian = acted(counter, child, { applicant: { role: 'guardian', ...people.guardian }, evidence: papers('guardianId', 'householdRegister') })
    expect((await ok(callAs(counter, 'channel/closeDispute', { ...asGuardian, disputeId: open.disputeId, outcome: 'upheld' }))).result).toBe('done')
  })
})

describe('closing', () => {
  test('lets the card go on, and is told in the history and for thirty days with the card', async () => {
    const { one, who, open } = await disputed()
    const closed = await ok(close(one, open.disputeId))
    expect([closed.result, closed.card.dispute]).toEqual(['done', undefined])
    expect((await get(who, one)).dispute).toEqual({ ...open, closedAt: expect.any(String), outcome: 'dismissed' })
    const { events: [newest] } = await ok(call('card/history', { cardId: one.cardId }, who.token))
    expect(newest).toMatchObject({ what: 'disputeClosed', outcome: 'dismissed', partner: doors.partners.counter.name, by: 'cardholder' })
    expect(await doors.release('counter', one)).toBe('done')
    await record.sql.query('update dispute set closed_at = closed_at - $2 where card_key = $1', [one.cardId, 30 * day])
    expect((await get(who, one)).dispute).toBeUndefined()
  })

  test('again is so already, whatever is said then', async () => {
    const { one, who, open } = await disputed()
    await ok(close(one, open.disputeId))
    expect((await ok(close(one, open.disputeId, 'upheld'))).result).toBe('already')
    const { dispute: next } = await ok(dispute(who, one))
    expect((await ok(close(one, open.disputeId, 'upheld'))).result).toBe('already')
    expect((await get(who, one)).dispute).toEqual(next)
  })

  test('one that the card never had is not found', async () => {
    const { one } = await disputed()
    expect(await refused(close(one, 'no-such-dispute'))).toEqual({ code: 'notFound', status: 404 })
  })

  test('is a counter\'s and the bureau\'s alone', async () => {
    const { one, open } = await disputed()
    const { tianfu, terminal, bank, phone } = doors.partners
    for (const other of [tianfu, terminal, bank, phone]) expect(await refused(close(one, open.disputeId, 'dismissed', other))).toEqual({ code: 'notPermitted', status: 403 })
    const bureau = await partner(record, { channel: 'bureau' })
    expect((await ok(close(one, open.disputeId, 'dismissed', bureau))).result).toBe('done')
  })

  test('at a counter needs the holder\'s ID card', async () => {
    const { one, open } = await disputed()
    const { counter } = doors.partners
    const answer = await callAs(counter, 'channel/closeDispute', { ...acted(counter, one, { evidence: papers('card') }), disputeId: open.disputeId, outcome: 'upheld' })
    expect(answer).toMatchObject({ ok: false, error: { code: 'papersMissing', details: { papers: ['holderId'] } } })
  })
})

describe('the open ones', () => {
  test('are those of the partner\'s cities, oldest first, in pages', async () => {
    const beijing = await partner(record, { channel: 'counter', cities: ['beijing'] })
    const { counter } = doors.partners
    const elsewhere = await holder(record, { city: 'shanghai' })
    for (const one of [...await holders(record, 12), ...await holders(record, 11, { city: 'beijing' }), elsewhere]) {
      const at = one === elsewhere ? await partner(record, { channel: 'counter', cities: ['shanghai'] }) : counter
      await ok(callAs(at, 'channel/reportLoss', acted(at, one)))
      await ok(dispute(await signedIn(record, one, 'wechat'), one))
    }
    const first = await ok(callAs(counter, 'channel/disputes', { staff: window1 }))
    const second = await ok(callAs(counter, 'channel/disputes', { staff: window1, ...(first.cursor && { cursor: first.cursor }) }))
    expect([first.disputes.length, second.disputes.length, second.cursor]).toEqual([20, 3, undefined])
    const all = [...first.disputes, ...second.disputes]
    const opened = all.map((one) => one.dispute.openedAt)
    expect(opened).toEqual([...opened].sort())
    expect(new Set(all.map(({ card }) => card.cardId)).size).toBe(23)
    expect(new Set(all.map(({ card }) => card.city))).toEqual(new Set(['chengdu', 'beijing']))
    expect((await ok(callAs(beijing, 'channel/disputes', { staff: window1 }))).disputes).toHaveLength(11)
    expect(await refused(callAs(beijing, 'channel/disputes', { staff: window1, cursor: first.cursor ?? '' }))).toEqual({ code: 'invalidRequest', status: 422 })
  })
})

describe('reports that were false', () => {
  /** A guardian who reports the cards of children in their care, at a door of their own. */
  const guardianOf = async (count: number) => {
    const own = await holder(record)
    const children: Holder[] = []
    for (let child = 0; child < count; child += 1) {
      children.push(await holder(record, { id_number: idNumber(`${new Date().getUTCFullYear() - 15}0101`, 40 + child), guardian_id_number: own.id_number }))
    }
    return { own, children, who: await signedIn(record, own, 'wechat') }
  }
  /** The child says that it was not them, and somebody else who cares for them hears how that ends. */
  const end = async (child: Holder, outcome: 'upheld' | 'dismissed') => {
    const { dispute: open } = await ok(dispute(await signedIn(record, child, 'alipay'), child))
    return ok(closeAsGuardian(child, open.disputeId, outcome))
  }
  const closeAsGuardian = (one: Holder, disputeId: string, outcome: 'upheld' | 'dismissed') => {
    const { counter } = doors.partners
    const request = acted(counter, one, { applicant: { role: 'guardian', name: '示例公民路', idNumber: idNumber('19850101', 3) } })
    return callAs(counter, 'channel/closeDispute', { ...request, disputeId, outcome })
  }
  const accountOf = async ({ cardId }: Holder) => {
    const { rows: [row] } = await record.sql.query<{ false_reports: number; barred: boolean }>(
      `select a.false_reports, a.barred_until is not null as barred from loss_report r join account a using (account_key) where r.card_key = $1`, [cardId])
    return row
  }
  const barred = { code: 'barred', status: 409 }

  test('bar the account that made them, from reporting and from nothing else, for its days', async () => {
    const { own, children: [first, second, third], who } = await guardianOf(3)
    if (!first || !second || !third) throw new Error('no children')
    for (const child of [first, second]) await ok(report(who, child))
    await end(first, 'upheld')
    expect(await accountOf(first)).toEqual({ false_reports: 1, barred: false })
    const earlier = await who.check({ purpose: 'reportLoss', cardId: third.cardId })
    await end(second, 'upheld')
    expect(await accountOf(second)).toEqual({ false_reports: 2, barred: true })
    expect(await refused(call('card/reportLoss', { cardId: third.cardId, verificationId: earlier, idempotencyKey: newKey() }, who.token))).toEqual(barred)
    expect(await refused(call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId: own.cardId } }, who.token))).toEqual(barred)
    const { card } = await get(who, own)
    expect(card.actions.find(({ action }) => action === 'reportLoss')).toEqual({ action: 'reportLoss', allowed: false, reason: 'barred' })
    const verificationId = await who.check({ purpose: 'releaseLoss', cardId: first.cardId })
    expect((await ok(call('card/releaseLoss', { cardId: first.cardId, verificationId, idempotencyKey: newKey() }, who.token))).already).toBe(false)
    // another door of the same person's is another account
    const alipay = await signedIn(record, own, 'alipay')
    expect((await ok(report(alipay, own))).already).toBe(false)
    await record.sql.query('update account set barred_until = barred_until - $1 where barred_until is not null', [30 * day])
    expect((await ok(report(who, third))).already).toBe(false)
  })

  test('count only where they were found to be, each once', async () => {
    const { children: [first, second], who } = await guardianOf(2)
    if (!first || !second) throw new Error('no children')
    for (const child of [first, second]) await ok(report(who, child))
    await end(first, 'dismissed')
    expect(await accountOf(first)).toEqual({ false_reports: 0, barred: false })
    const { dispute: open } = await ok(dispute(await signedIn(record, second, 'alipay'), second))
    const closings = await Promise.all(Array.from({ length: 8 }, () => ok(closeAsGuardian(second, open.disputeId, 'upheld'))))
    expect(closings.filter(({ result }) => result === 'done')).toHaveLength(1)
    expect(await accountOf(second)).toEqual({ false_reports: 1, barred: false })
  })

  test('of a partner, or of somebody else, never bar the cardholder', async () => {
    const { one, who, open } = await disputed()
    await ok(close(one, open.disputeId, 'upheld'))
    await ok(callAs(doors.partners.counter, 'channel/releaseLoss', acted(doors.partners.counter, one)))
    const { rows } = await record.sql.query('select false_reports from account where false_reports > 0 or barred_until is not null')
    expect(rows).toEqual([])
    expect((await ok(report(who, one))).already).toBe(false)
  })

  test('are the one that was disputed, though another has taken its place since', async () => {
    const one = await holder(record)
    const who = await signedIn(record, one, 'wechat')
    expect(await doors.report('phone', one)).toBe('done')
    const { dispute: open } = await ok(dispute(who, one))
    await ok(report(who, one))
    await ok(close(one, open.disputeId, 'upheld'))
    const { rows } = await record.sql.query('select from account where false_reports > 0')
    expect(rows).toEqual([])
  })
})
