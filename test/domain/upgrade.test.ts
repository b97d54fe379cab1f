import { policyOf } from '@/domain/policies'
import type { CityPolicy, ReleaseMode } from '@/domain/policy'
import { decideRelease, releasableIn } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { stateAt } from '@/domain/state'
import type { Channel } from '@/domain/words'
import { after, aCard, accepted, cityLike, days, eventsOf, hours, inAWord, loss, monday, release, temporary } from '../support/builders'

const national = policyOf('national')
const anyHour = monday + hours(5)

/** A temporary report in one channel (at outlet A), then a formal one in another (at outlet B). */
const upgraded = (from: Channel, to: Channel, policy: CityPolicy) => {
  const before = after(aCard(), decideReportLoss(aCard(), loss(from, { kind: 'temporary', outlet: 'A' }), policy, monday))
  return after(before, decideReportLoss(before, loss(to, { kind: 'formal', outlet: 'B' }), policy, anyHour))
}

const openReport = (card: ReturnType<typeof upgraded>) => {
  const { report } = card.functions.socialSecurity
  if (!report) throw new Error('nothing is reported')
  return report
}

describe('a formal report takes the place of a temporary one', () => {
  const before = aCard({ report: temporary('phone') })
  const decision = decideReportLoss(before, loss('wechat'), policyOf('chengdu'), anyHour)

  test('in one event, which names the one it replaces: the card is never live in between', () => {
    expect(eventsOf(decision)).toHaveLength(1)
    expect(eventsOf(decision)[0]).toMatchObject({ what: 'lossReported', at: anyHour, channel: 'wechat', replaces: 'report-0' })
  })

  test('and no longer lapses', () => {
    const card = after(before, decision)
    expect(stateAt(card, monday + days(30)).socialSecurity).toEqual({ state: 'formallyLost', since: anyHour })
    expect(openReport(card)).not.toHaveProperty('lapsesAt')
  })

  test('but a temporary one that has lapsed is not replaced: it ends by itself and a new report opens', () => {
    const events = eventsOf(decideReportLoss(before, loss('wechat'), policyOf('chengdu'), monday + days(7)))
    expect(events).toMatchObject([
      { what: 'reportLapsed', at: monday + days(7), reportId: 'report-0' },
      { what: 'lossReported', at: monday + days(7), replaces: null },
    ])
  })

  test('never the other way: a temporary report of a card formally lost is so already', () => {
    const lost = after(before, decision)
    expect(inAWord(decideReportLoss(lost, loss('phone'), policyOf('chengdu'), anyHour))).toBe('already')
  })
})

describe('the stricter release rule of the two stays (rule 3)', () => {
  const both = { socialSecurity: ['temporary', 'formal'], financial: [] } as const

  test.each<[Channel, Channel, string]>([
    ['phone', 'wechat', 'alipay wechat'],
    ['phone', 'alipay', 'alipay wechat'],
    ['phone', 'counter', 'counter terminal'],
    ['phone', 'terminal', 'counter terminal'],
    ['counter', 'wechat', 'counter terminal'],
    ['counter', 'alipay', 'counter terminal'],
    ['terminal', 'wechat', 'counter terminal'],
    ['counter', 'terminal', 'counter terminal'],
  ])('temporary by %s, then formal by %s: released by %s', (from, to, where) => {
    const report = openReport(upgraded(from, to, national))
    expect([...releasableIn('socialSecurity', report, national)].sort().join(' ')).toBe(where)
    expect(report).toMatchObject({ kind: 'formal', channel: to })
  })

  test('temporary by phone, then formal in WeChat is an online report: Alipay releases it, the phone does not', () => {
    const card = upgraded('phone', 'wechat', policyOf('chengdu'))
    expect(openReport(card).releasedLike).toBe('wechat')
    expect(inAWord(decideRelease(card, release('alipay'), policyOf('chengdu'), anyHour))).toBe('change')
    expect(inAWord(decideRelease(card, release('phone'), policyOf('chengdu'), anyHour))).toBe('releasedElsewhere: alipay tianfu wechat')
  })

  test('temporary by counter, then formal in WeChat keeps the counter’s rule and its outlet', () => {
    const card = upgraded('counter', 'wechat', national)
    expect(openReport(card)).toMatchObject({ channel: 'wechat', releasedLike: 'counter', outlet: 'A' })
    expect(inAWord(decideRelease(card, release('wechat'), national, anyHour))).toBe('releasedElsewhere: counter terminal')
  })

  test('temporary by counter, then formal by counter is the second outlet’s', () => {
    expect(openReport(upgraded('counter', 'counter', national))).toMatchObject({ releasedLike: 'counter', outlet: 'B' })
  })

  test('where outlets release only their own, the first outlet’s report stays its own after WeChat', () => {
    const sameOutlet = cityLike(national, { release: { counter: { mode: 'sameOutlet', channels: ['counter'] } } })
    const card = upgraded('counter', 'wechat', sameOutlet)
    expect(inAWord(decideRelease(card, release('counter', { outlet: 'A' }), sameOutlet, anyHour))).toBe('change')
    expect(inAWord(decideRelease(card, release('counter', { outlet: 'B' }), sameOutlet, anyHour))).toBe('releasedElsewhere: counter')
    expect(inAWord(decideRelease(card, release('wechat'), sameOutlet, anyHour))).toBe('releasedElsewhere: counter')
  })

  test('where the counter’s reports are never released, WeChat does not soften it', () => {
    const never = cityLike(national, { release: { counter: { mode: 'never', channels: [] } } })
    const card = upgraded('counter', 'wechat', never)
    expect(inAWord(decideRelease(card, release('counter'), never, anyHour))).toBe('neverReleased')
    expect(inAWord(decideRelease(card, release('wechat'), never, anyHour))).toBe('neverReleased')
  })

  const mildestFirst: ReleaseMode[] = ['phone', 'online', 'inPerson', 'sameOutlet', 'bank', 'never']
  const pairs = mildestFirst.flatMap((first, i) => mildestFirst.map((second, j) => ({ first, second, stays: i > j ? 'first' : 'second' })))

  test.each(pairs)('$first before $second: the $stays stays', ({ first, second, stays }) => {
    const policy = cityLike(national, {
      reports: { counter: both, terminal: both },
      release: { counter: { mode: first, channels: ['counter'] }, terminal: { mode: second, channels: ['terminal'] } },
    })
    expect(openReport(upgraded('counter', 'terminal', policy)).releasedLike).toBe(stays === 'first' ? 'counter' : 'terminal')
  })
})

test('a formal report after an accepted exchange is final, and the card reads as being reissued from that report on', () => {
  const exchanged = aCard({ reissue: accepted('exchange') })
  expect(stateAt(exchanged, anyHour).socialSecurity.state).toBe('inUse')
  const lost = after(exchanged, decideReportLoss(exchanged, loss('wechat'), national, anyHour))
  expect(stateAt(lost, anyHour).socialSecurity).toEqual({ state: 'beingReissued', since: anyHour })
  expect(inAWord(decideRelease(lost, release('wechat'), national, anyHour))).toBe('reissueAlreadyAccepted')
})
