import { openRecord, type TestRecord } from '../../support/record'
import { idNumber } from '../../support/record/card-file'
import { call, citizen, newKey, ok, refused } from '../../support/record/citizen'
import { agree } from '../../support/record/family'
import { becomes } from '../../support/record/person'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
beforeEach(async () => { record = await openRecord() })
afterEach(() => record.close())

describe('reporting a loss', () => {
  test('in WeChat makes a formal report with a receipt, that stands until it is released', async () => {
    const person = await citizen('in-use', 'wechat')
    const { already, report, card } = await ok(person.report())
    expect(already).toBe(false)
    expect(report).toEqual({
      receiptNumber: expect.stringMatching(/^GS\d{6}[2-9A-HJKMNP-Z]{8}$/),
      function: 'socialSecurity', kind: 'formal', channel: 'wechat', by: 'cardholder',
      reportedAt: expect.stringMatching(/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00$/),
      releasedIn: ['wechat', 'alipay', 'tianfu'],
    })
    expect([card.socialSecurity, card.financial.state, card.bankTold]).toEqual([{ state: 'formallyLost', since: report.reportedAt }, 'inUse', false])
  })

  test('the receipt carries the civil day of the report', async () => {
    const { report } = await ok((await citizen('in-use', 'alipay')).report())
    expect(report.receiptNumber.slice(2, 8)).toBe(report.reportedAt.slice(2, 10).replaceAll('-', ''))
  })

  test('again, in either door, finds it so already with the first report', async () => {
    const { report } = await ok((await citizen('in-use', 'wechat')).report())
    const again = await ok((await citizen('in-use', 'alipay')).report())
    expect([again.already, again.report]).toEqual([true, report])
  })

  test('after a report by phone takes its place, and is then an online report', async () => {
    const person = await citizen('temporarily-lost', 'alipay')
    const { report } = await ok(person.report())
    expect(report).toMatchObject({ kind: 'formal', channel: 'alipay', releasedIn: ['wechat', 'alipay', 'tianfu'] })
    expect((await ok(person.release())).card.socialSecurity.state).toBe('inUse')
  })

  test.each([['locked', 'locked'], ['not-activated', 'notActivated']] as const)('of a card that is %s uncovers just that when it is released', async (id, life) => {
    const person = await citizen(id, 'wechat')
    expect((await ok(person.report())).card.socialSecurity.state).toBe('formallyLost')
    expect((await ok(person.release())).card.socialSecurity.state).toBe(life)
  })

  test('of a cancelled card is refused', async () => {
    expect(await refused((await citizen('cancelled', 'wechat')).report())).toEqual({ code: 'cardCancelled', status: 409 })
  })

  test('by a guardian is of the child\'s card, and says who did it', async () => {
    const guardian = await citizen('guardian', 'wechat', 1)
    await agree(guardian)
    const { report, card } = await ok(guardian.report())
    expect([report.by, report.actor, card.holder.relation]).toEqual(['guardian', '示****', 'guardian'])
    const child = await citizen('child', 'wechat')
    expect([child.cardId, await child.state()]).toEqual([guardian.cardId, 'formallyLost'])
    expect((await ok((await citizen('guardian', 'alipay', 1)).release())).already).toBe(false)
  })

  test('by a child, or by the guardian of someone who has grown up, is refused', async () => {
    const [child, guardian] = [await citizen('child', 'wechat'), await citizen('guardian', 'wechat', 1)]
    await agree(guardian)
    const checked = await guardian.check('reportLoss')
    await becomes(record, child.cardId, idNumber('20000601', 11))
    expect(await refused(guardian.report({ verificationId: checked }))).toEqual({ code: 'guardianOfAdult', status: 409 })
    await ok(child.report())
    const own = await child.check('releaseLoss')
    await becomes(record, child.cardId, idNumber('20180601', 11))
    expect(await refused(child.release({ verificationId: own }))).toEqual({ code: 'minorNeedsGuardian', status: 409 })
  })
})

describe('releasing', () => {
  test('what WeChat reported, in Alipay', async () => {
    const { report } = await ok((await citizen('in-use', 'wechat')).report())
    const released = await ok((await citizen('in-use', 'alipay')).release())
    expect(released.already).toBe(false)
    expect(released.report).toEqual({ ...report, endedAt: expect.any(String), endedBy: 'released', releasedIn: [] })
    expect(released.card.socialSecurity).toEqual({ state: 'inUse', since: released.report?.endedAt })
  })

  test('what Alipay reported, in WeChat', async () => {
    await ok((await citizen('in-use', 'alipay')).report())
    expect((await ok((await citizen('in-use', 'wechat')).release())).card.socialSecurity.state).toBe('inUse')
  })

  test('again finds it so already, with the report as it ended', async () => {
    const person = await citizen('lost-by-wechat', 'alipay')
    const first = await ok(person.release())
    const again = await ok(person.release())
    expect(again).toEqual({ ...first, already: true, card: again.card })
  })

  test('what was never reported finds it so already, without a report', async () => {
    const { already, report } = await ok((await citizen('in-use', 'wechat')).release())
    expect([already, report]).toEqual([true, undefined])
  })

  test('a counter\'s report says where instead', async () => {
    expect(await refused((await citizen('lost-at-counter', 'wechat')).release())).toEqual({ code: 'releasedElsewhere', status: 409, where: ['counter', 'terminal'] })
  })

  test('a phone\'s report says the phone, or any counter', async () => {
    const answer = await refused((await citizen('temporarily-lost', 'wechat')).release())
    expect(answer).toEqual({ code: 'releasedElsewhere', status: 409, where: ['phone', 'counter'] })
  })

  test('is refused once a reissue has been accepted', async () => {
    const person = await citizen('being-reissued', 'wechat')
    expect(await refused(person.release())).toEqual({ code: 'reissueAlreadyAccepted', status: 409 })
    expect((await ok(call('card/get', { cardId: person.cardId }, person.token))).report?.releasedIn).toEqual([])
  })

  test('of a cancelled card is refused', async () => {
    expect(await refused((await citizen('cancelled', 'wechat')).release())).toEqual({ code: 'cardCancelled', status: 409 })
  })
})

describe('the same key', () => {
  test('with the same request gets the first answer, whatever happened since', async () => {
    const person = await citizen('in-use', 'wechat')
    const request = { verificationId: await person.check('reportLoss'), idempotencyKey: newKey() }
    const first = await ok(person.report(request))
    await ok(person.release())
    expect(await ok(person.report(request))).toEqual(first)
    expect(await person.state()).toBe('inUse')
  })

  test('with the same request gets the first answer also when that was "already"', async () => {
    const person = await citizen('lost-by-wechat', 'wechat')
    const request = { verificationId: await person.check('reportLoss'), idempotencyKey: newKey() }
    const first = await ok(person.report(request))
    expect(first.already).toBe(true)
    expect(await ok(person.report(request))).toEqual(first)
  })

  test('with another request is refused, and the other check stays unused', async () => {
    const person = await citizen('in-use', 'wechat')
    const idempotencyKey = newKey()
    await ok(person.report({ idempotencyKey }))
    const other = await person.check('reportLoss')
    expect(await refused(person.report({ idempotencyKey, verificationId: other }))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
    expect((await ok(person.report({ verificationId: other }))).already).toBe(true)
  })

  test('belongs to one operation, one card and one account', async () => {
    const [wechat, alipay] = [await citizen('two-cards', 'wechat'), await citizen('two-cards', 'alipay')]
    const second = await citizen('two-cards', 'wechat', 1)
    const idempotencyKey = newKey()
    const answers = [await ok(wechat.report({ idempotencyKey })), await ok(alipay.release({ idempotencyKey })), await ok(second.report({ idempotencyKey }))]
    expect(answers.map(({ already }) => already)).toEqual([false, false, false])
    expect((await ok(alipay.report({ idempotencyKey }))).already).toBe(false)
  })

  test('pressed twice at once does one thing', async () => {
    const person = await citizen('in-use', 'wechat')
    const request = { verificationId: await person.check('reportLoss'), idempotencyKey: newKey() }
    const [first, second] = await Promise.all([ok(person.report(request)), ok(person.report(request))])
    expect(second).toEqual(first)
    const { events } = await ok(call('card/history', { cardId: person.cardId }, person.token))
    expect(events.map(({ what }) => what)).toEqual(['lossReported', 'cardImported'])
  })
})
