import { decideAcceptReissue } from '@/domain/accept-reissue'
import { policyOf } from '@/domain/policies'
import { decideApplyReissue, reissueReasons, type ApplyRequest } from '@/domain/reissue'
import { decideCloseDispute } from '@/domain/dispute'
import { decideRelease } from '@/domain/release'
import { stateAt } from '@/domain/state'
import { aCard, accepted, after, anOrder, days, disputed, eventsOf, formal, frozen, ids, inAWord, loss, monday, release, temporary } from '../../support/builders'
import { decideReportLoss } from '@/domain/report-loss'

const now = monday + days(2)
const chengdu = frozen(policyOf('chengdu'))

const request = (over: Partial<ApplyRequest> = {}): ApplyRequest => ({
  id: 'order-1', reason: 'lost', way: 'serviceOutlet', issuingBank: 'icbc', who: { role: 'cardholder', holderAge: 40 }, channel: 'wechat',
  by: 'cardholder', withinYear: 0, hasAddress: false, hasPhoto: false, reportIds: ids, ...over,
})
const apply = (card = aCard(), over: Partial<ApplyRequest> = {}) => decideApplyReissue(card, request(over), chengdu, now)
const whats = (decision: ReturnType<typeof apply>) => eventsOf(decision).map(({ what }) => what)

test('a lost card is reported formally in the same step, and nothing is final yet', () => {
  const card = after(aCard(), apply())
  expect(whats(apply())).toEqual(['lossReported', 'reissueApplied'])
  expect(card.functions.socialSecurity.report).toMatchObject({ kind: 'formal', channel: 'wechat' })
  expect(card.order).toEqual(anOrder({ appliedAt: now, movedAt: now }))
  expect([card.reissue, stateAt(card, now).socialSecurity.state]).toEqual([null, 'formallyLost'])
})

test('a temporary report is upgraded; one that lapsed is written down first; a formal one stays', () => {
  expect(eventsOf(apply(aCard({ report: temporary('phone') })))[0]).toMatchObject({ what: 'lossReported', replaces: temporary('phone').id })
  expect(whats(apply(aCard({ report: temporary('phone', { lapsesAt: monday + days(1) }) })))).toEqual(['reportLapsed', 'lossReported', 'reissueApplied'])
  expect(whats(apply(aCard({ report: formal('counter') })))).toEqual(['reissueApplied'])
})

test.each(reissueReasons.filter((reason) => reason !== 'lost'))('%s reports nothing', (reason) => {
  const decision = apply(aCard(), { reason, hasPhoto: true })
  expect(whats(decision)).toEqual(['reissueApplied'])
  expect(stateAt(after(aCard(), decision), now).socialSecurity.state).toBe('inUse')
})

test('the same once more is so already; another reason, way or bank is refused while one is open', () => {
  const card = after(aCard(), apply())
  expect(inAWord(apply(card))).toBe('already')
  expect(inAWord(apply(card, { way: 'mail', hasAddress: true }))).toBe('orderOpen')
  expect(inAWord(apply(card, { reason: 'damaged' }))).toBe('orderOpen')
  expect(inAWord(apply(card, { bank: 'ccb' }))).toBe('orderOpen')
})

test.each([
  ['by mail without an address', { way: 'mail' }, 'addressNeeded'],
  ['an old medical card without a photo', { reason: 'oldMedicalCard' }, 'photoNeeded'],
  ['while one waits at a bank', { way: 'instant' }, 'wayNotOffered: bank'],
  ['in the bank’s app', { way: 'bankApp' }, 'wayNotOffered: bank'],
  ['in an app that takes no applications', { channel: 'tianfu' }, 'wayNotOffered: counter wechat alipay'],
  ['at another bank for a lost card', { bank: 'ccb' }, 'bankNotOffered'],
  ['at a bank that is none of the city’s', { reason: 'bankChanged', bank: 'bocom' }, 'bankNotOffered'],
  ['of a bank from elsewhere', { issuingBank: 'bocom' }, 'cancelAtAgencyFirst'],
] as const)('is refused %s', (_, over, word) => {
  expect(inAWord(apply(aCard(), over)).split(' ').sort()).toEqual(word.split(' ').sort())
})

test('by mail with an address, for an old card with a photo, to another bank', () => {
  expect(after(aCard(), apply(aCard(), { way: 'mail', hasAddress: true })).order).toMatchObject({ way: 'mail', bank: 'icbc' })
  expect(after(aCard(), apply(aCard(), { reason: 'oldMedicalCard', bank: 'bocd', hasPhoto: true })).order).toMatchObject({ bank: 'bocd', kind: 'exchange' })
})

describe('accepting what was applied for', () => {
  const applied = after(aCard(), apply())
  const accept = (kind: 'replacement' | 'exchange') =>
    decideAcceptReissue(applied, { id: 'another', kind, bank: 'ccb', channel: 'counter', by: 'cardholder' }, chengdu, now + 1)

  test('keeps its id, reason, way and bank', () => {
    expect(after(applied, accept('replacement')).order).toEqual(anOrder({ appliedAt: now, state: 'accepted', movedAt: now + 1 }))
    expect(stateAt(after(applied, accept('replacement')), now + 1).socialSecurity.state).toBe('beingReissued')
  })

  test('is not accepting something else', () => {
    expect(inAWord(accept('exchange'))).toBe('orderElsewhere')
  })
})

test('a card that is found is unhooked with its application; an accepted one is final', () => {
  const applied = after(aCard(), apply())
  const found = decideRelease(applied, release('wechat'), chengdu, now + 1)
  expect(eventsOf(found).map(({ what }) => what)).toEqual(['reportReleased', 'reissueMoved'])
  expect(after(applied, found).order).toMatchObject({ state: 'cancelled' })
  expect(inAWord(apply(after(applied, found), { id: 'order-2' }))).toBe('change')
  const final = after(applied, decideAcceptReissue(applied, { id: 'x', kind: 'replacement', bank: 'icbc', channel: 'counter', by: 'cardholder' }, chengdu, now + 1))
  expect(inAWord(decideRelease(final, release('wechat'), chengdu, now + 2))).toBe('reissueAlreadyAccepted')
})

test('an exchange that was applied for stays when a report is released', () => {
  const card = aCard({ report: formal('wechat'), order: anOrder({ kind: 'exchange', reason: 'damaged' }) })
  expect(after(card, decideRelease(card, release('wechat'), chengdu, now)).order).toMatchObject({ state: 'applied' })
})

test('where a counter makes a formal report only with the new card, it does so with the application', () => {
  const beijing = frozen(policyOf('beijing'))
  expect(inAWord(decideReportLoss(aCard(), loss('counter', { kind: 'formal' }), beijing, now))).toBe('formalOnlyWithReissue')
  const decision = decideApplyReissue(aCard(), request({ channel: 'counter' }), beijing, now)
  expect(whats(decision)).toEqual(['lossReported', 'reissueApplied'])
})

describe('a reissue that was not the holder’s own doing', () => {
  const card = aCard({ report: formal('wechat'), reissue: accepted('replacement'), order: anOrder({ state: 'inProduction' }), dispute: disputed({ about: 'reissueAccepted' }) })
  const close = (over: Partial<Parameters<typeof decideCloseDispute>[1]>, of = card) =>
    after(of, decideCloseDispute(of, { disputeId: 'dispute-0', outcome: 'upheld', channel: 'counter', by: 'cardholder', ...over }, now))

  test('ends with the dispute, and the report can be released again', () => {
    const closed = close({})
    expect([closed.order?.state, closed.reissue, closed.dispute]).toEqual(['cancelled', null, null])
    expect(inAWord(decideRelease(closed, release('wechat'), chengdu, now))).toBe('change')
  })

  test('goes on where it was theirs, or where the dispute was about something else', () => {
    expect(close({ outcome: 'dismissed' }).order?.state).toBe('inProduction')
    expect(close({}, { ...card, dispute: disputed({ about: 'lossReported' }) }).order?.state).toBe('inProduction')
  })
})
