import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, newKey, ok, refused } from '../../support/record/citizen'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

const actionsOf = async (id: Parameters<typeof citizen>[0]) => {
  const { token, cardId } = await citizen(id, 'wechat')
  const { card } = await ok(call('card/get', { cardId }, token))
  return card.actions.map(({ action, allowed, reason }) => `${action} ${allowed ? 'yes' : String(reason)}`)
}

test('a card is masked, with its bank and what can be done', async () => {
  const { token, cardId } = await citizen('in-use', 'wechat')
  const { card, report, bank } = await ok(call('card/get', { cardId }, token))
  expect(card).toMatchObject({
    cardId, maskedNumber: '5101**********0101', holder: { relation: 'cardholder', maskedName: '示****' }, city: 'chengdu', issuingBank: 'icbc', bankTold: false,
  })
  expect(bank).toEqual({ code: 'icbc', name: '中国工商银行', nameEn: 'ICBC', hotline: '95588', verified: true, told: false })
  expect(report).toBeUndefined()
})

test('the list shows each card as it reads alone', async () => {
  const { token } = await citizen('two-cards', 'alipay')
  const { cards } = await ok(call('card/list', {}, token))
  const alone = await Promise.all(cards.map(async ({ cardId }) => (await ok(call('card/get', { cardId }, token))).card))
  expect(cards).toEqual(alone)
  expect(cards).toHaveLength(2)
})

test.each([
  ['in-use', ['reportLoss yes', 'releaseLoss nothingToRelease', 'bankTold nothingReported']],
  ['temporarily-lost', ['reportLoss yes', 'releaseLoss releasedElsewhere', 'bankTold yes']],
  ['lapsed', ['reportLoss yes', 'releaseLoss nothingToRelease', 'bankTold nothingReported']],
  ['lost-by-wechat', ['reportLoss alreadyReported', 'releaseLoss yes', 'bankTold yes']],
  ['lost-at-counter', ['reportLoss alreadyReported', 'releaseLoss releasedElsewhere', 'bankTold yes']],
  ['being-reissued', ['reportLoss alreadyReported', 'releaseLoss reissueAlreadyAccepted', 'bankTold yes']],
  ['cancelled', ['reportLoss cardCancelled', 'releaseLoss cardCancelled', 'bankTold nothingReported']],
  ['child', ['reportLoss minorNeedsGuardian', 'releaseLoss minorNeedsGuardian', 'bankTold minorNeedsGuardian']],
] as const)('%s: what can be done, and why not', async (id, expected) => {
  expect(await actionsOf(id)).toEqual(expected)
})

test('another\'s card and a card of nobody are alike not found', async () => {
  const { cardId } = await citizen('in-use', 'wechat')
  const { token } = await citizen('locked', 'wechat')
  const lost = await citizen('lost-by-wechat', 'wechat')
  const key = { idempotencyKey: newKey() }
  const asked = [
    ...[cardId, newKey()].flatMap((wrong) => [
      call('card/get', { cardId: wrong }, token),
      call('card/history', { cardId: wrong }, token),
      call('card/bankTold', { cardId: wrong, told: true, ...key }, token),
      call('card/reportLoss', { cardId: wrong, verificationId: `${wrong}.x`, ...key }, token),
      call('card/releaseLoss', { cardId: wrong, verificationId: `${wrong}.x`, ...key }, token),
    ]),
    // a check that is passed does not make another's card one's own
    call('card/releaseLoss', { cardId: lost.cardId, verificationId: await lost.check('releaseLoss'), ...key }, token),
  ]
  for (const answer of asked) expect(await refused(answer)).toEqual({ code: 'notFound', status: 404 })
})

describe('the bank\'s word of the citizen', () => {
  const tell = (told: boolean, { token, cardId }: { token: string; cardId: string }, idempotencyKey = newKey()) =>
    call('card/bankTold', { cardId, told, idempotencyKey }, token)

  test('is taken down, shown, and can be taken back; no function changes its state', async () => {
    const person = await citizen('lost-at-counter', 'wechat')
    const shown = async () => (await ok(call('card/get', { cardId: person.cardId }, person.token))).bank.told
    expect((await ok(tell(true, person))).card.bankTold).toBe(true)
    expect((await ok(tell(true, person))).card.bankTold).toBe(true)
    expect(await shown()).toBe(true)
    const { card } = await ok(tell(false, person))
    expect([card.bankTold, card.financial.state, card.socialSecurity.state]).toEqual([false, 'inUse', 'formallyLost'])
    expect(await shown()).toBe(false)
  })

  test('is refused while no loss is open', async () => {
    expect(await refused(tell(true, await citizen('in-use', 'wechat')))).toEqual({ code: 'nothingReported', status: 409 })
  })

  test('the same key gets the first answer, and for its opposite none', async () => {
    const person = await citizen('being-reissued', 'alipay')
    const key = newKey()
    const first = await ok(tell(true, person, key))
    expect(await ok(tell(true, person, key))).toEqual(first)
    expect(await refused(tell(false, person, key))).toEqual({ code: 'idempotencyKeyReused', status: 409 })
  })

  test('a new loss is a new matter for the bank', async () => {
    const person = await citizen('lost-by-wechat', 'alipay')
    await ok(person.release())
    expect((await ok(person.report())).card.bankTold).toBe(false)
  })
})

describe('the history', () => {
  test('tells newest first what happened, in which channel, by whom, and for reports the receipt', async () => {
    const person = await citizen('two-cards', 'wechat')
    const { report } = await ok(person.report())
    await ok((await citizen('two-cards', 'alipay')).release())
    const { events, cursor } = await ok(call('card/history', { cardId: person.cardId }, person.token))
    expect(cursor).toBeUndefined()
    const { receiptNumber } = report
    expect(events.map(({ at: _at, ...rest }) => rest)).toEqual([
      { what: 'reportReleased', channel: 'alipay', by: 'cardholder', function: 'socialSecurity', receiptNumber },
      { what: 'lossReported', channel: 'wechat', by: 'cardholder', function: 'socialSecurity', kind: 'formal', receiptNumber },
      { what: 'cardImported', channel: 'system', by: 'system' },
    ])
  })

  test('comes twenty at a time, all of it once and none of it twice', async () => {
    const person = await citizen('other-city', 'wechat')
    for (let round = 0; round < 21; round += 1) {
      await ok(person.report())
      await ok(person.release())
    }
    const pages: string[][] = []
    for (let cursor: string | undefined; ;) {
      const page = await ok(call('card/history', { cardId: person.cardId, ...(cursor && { cursor }) }, person.token))
      pages.push(page.events.map(({ what, receiptNumber }) => `${what} ${receiptNumber}`))
      cursor = page.cursor
      if (!cursor) break
    }
    expect(pages.map((page) => page.length)).toEqual([20, 20, 3])
    expect(new Set(pages.flat()).size).toBe(43)
    expect(pages[2]?.[2]).toMatch(/^cardImported/)
  })

  test('a cursor that was altered, or is another card\'s, is refused', async () => {
    const [first, second] = [await citizen('two-cards', 'wechat', 0), await citizen('two-cards', 'wechat', 1)]
    for (let round = 0; round < 11; round += 1) {
      await ok(second.report())
      await ok(second.release())
    }
    const { cursor = '' } = await ok(call('card/history', { cardId: second.cardId }, second.token))
    expect(cursor).toMatch(/^\d+\.[0-9a-f]{32}$/)
    const altered = cursor.replace(/^\d+/, (seq) => String(Number(seq) + 1))
    const wrong = [[second.cardId, altered], [second.cardId, 'no-cursor'], [second.cardId, `${cursor}0`], [first.cardId, cursor]] as const
    for (const [cardId, given] of wrong) {
      expect(await refused(call('card/history', { cardId, cursor: given }, second.token))).toEqual({ code: 'invalidRequest', status: 422 })
    }
  })
})
