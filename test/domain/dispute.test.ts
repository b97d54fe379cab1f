import { decideAcceptReissue } from '@/domain/accept-reissue'
import { decideCloseDispute, decideDispute } from '@/domain/dispute'
import { policyOf } from '@/domain/policies'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { disputable, disputeOutcomes } from '@/domain/words'
import { after, aCard, accepted, days, disputed, eventsOf, formal, inAWord, loss, monday, release, temporary } from '../support/builders'

const policy = policyOf('chengdu')
const later = monday + days(1)
const saying = { id: 'dispute-1', about: 'lossReported', channel: 'wechat', by: 'cardholder' } as const
const closing = { disputeId: 'dispute-0', outcome: 'upheld', channel: 'counter', by: 'cardholder' } as const

test('a citizen says that it was not them: it is taken down with what it is about, when, and by whom', () => {
  expect(eventsOf(decideDispute(aCard({ report: formal('alipay') }), saying, later))).toEqual([{
    what: 'disputed', at: later, channel: 'wechat', by: 'cardholder',
    dispute: { id: 'dispute-1', about: 'lossReported', at: later, by: 'cardholder' },
  }])
})

test.each([
  ['nothing', aCard(), ['reportReleased', 'passwordSet', 'guardianLinked']],
  ['a report', aCard({ report: formal('phone') }), ['lossReported', 'reportReleased', 'passwordSet', 'guardianLinked']],
  ['a reissue', aCard({ reissue: accepted('exchange') }), ['reportReleased', 'reissueAccepted', 'passwordSet', 'guardianLinked']],
  ['a report that has lapsed', aCard({ report: temporary('phone', { lapsesAt: later }) }), ['reportReleased', 'passwordSet', 'guardianLinked']],
])('where there is %s, what stands or has ended can be disputed', (_, card, can) => {
  const said = disputable.map((about) => [about, inAWord(decideDispute(card, { ...saying, about }, later))])
  expect(said).toEqual(disputable.map((about) => [about, can.includes(about) ? 'change' : 'nothingToDispute']))
})

test('said twice it is one dispute', () => {
  expect(inAWord(decideDispute(aCard({ report: formal('wechat'), dispute: disputed() }), saying, later))).toBe('already')
})

describe('while it is open', () => {
  const card = aCard({ report: temporary('wechat'), dispute: disputed() })

  test('nothing is released and nothing reissued, by anybody', () => {
    expect(inAWord(decideRelease(card, release('wechat'), policy, later))).toBe('disputeOpen')
    expect(inAWord(decideRelease(card, release('counter'), policy, later))).toBe('disputeOpen')
    expect(inAWord(decideAcceptReissue(card, { id: 'order-1', bank: 'icbc', kind: 'exchange', channel: 'counter', by: 'cardholder' }, policy, later))).toBe('disputeOpen')
  })

  test('a loss is reported all the same', () => {
    expect(inAWord(decideReportLoss(card, loss('wechat'), policy, later))).toBe('change')
    expect(inAWord(decideReportLoss(aCard({ dispute: disputed() }), loss('phone'), policy, later))).toBe('change')
  })

  test('the bank’s own report ends at the bank', () => {
    const both = aCard({ bankReport: formal('bank'), dispute: disputed() })
    expect(inAWord(decideRelease(both, release('bank', { function: 'financial' }), policy, later))).toBe('change')
  })

  test('a temporary report still lapses, since nobody does that', () => {
    expect(inAWord(decideRelease(card, release('wechat'), policy, monday + days(7)))).toBe('already')
  })
})

describe('a counter closes it', () => {
  const card = aCard({ report: formal('wechat'), dispute: disputed() })

  test.each(disputeOutcomes)('as %s, and the card can be released again', (outcome) => {
    const decision = decideCloseDispute(card, { ...closing, outcome }, later)
    expect(eventsOf(decision)).toEqual([{ what: 'disputeClosed', at: later, channel: 'counter', by: 'cardholder', disputeId: 'dispute-0', outcome }])
    expect(inAWord(decideRelease(after(card, decision), release('wechat'), policy, later))).toBe('change')
  })

  test('once: whoever closes it again, or another that is not open, finds it so already', () => {
    expect(inAWord(decideCloseDispute(aCard(), closing, later))).toBe('already')
    expect(inAWord(decideCloseDispute(card, { ...closing, disputeId: 'dispute-2' }, later))).toBe('already')
  })
})
