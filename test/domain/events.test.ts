import { endingOf } from '@/domain/ending'
import { replay, type CardChange } from '@/domain/events'
import { policyOf } from '@/domain/policies'
import { decideRelease } from '@/domain/release'
import { decideReportLoss } from '@/domain/report-loss'
import { stateAt } from '@/domain/state'
import { aCard, accepted, anOrder, days, eventsOf, formal, imported, loss, monday, release, temporary } from '../support/builders'

describe('the first event, an import', () => {
  test('opens a card with the lives of the city’s file and nothing else', () => {
    expect(replay(imported({ lives: { socialSecurity: 'notActivated', financial: 'locked' } }), [])).toEqual({
      functions: {
        socialSecurity: { life: 'notActivated', since: monday, report: null },
        financial: { life: 'locked', since: monday, report: null },
      },
      reissue: null,
      order: null,
      bankTold: null,
      dispute: null,
      changedAt: monday,
    })
  })

  test('may find it lost, and being reissued', () => {
    const card = replay(imported({ report: formal('counter', { outlet: 'A' }), reissue: accepted('replacement') }), [])
    expect(card.functions.socialSecurity.report).toEqual(formal('counter', { outlet: 'A' }))
    expect(stateAt(card, monday).socialSecurity.state).toBe('beingReissued')
  })

  test('cannot report a function that is cancelled', () => {
    const lives = { socialSecurity: 'cancelled', financial: 'inUse' } as const
    expect(replay(imported({ lives, report: formal('counter') }), []).functions.socialSecurity.report).toBeNull()
  })
})

test('a story replayed: temporarily lost, formally lost, the bank told, found, lost again', () => {
  const policy = policyOf('chengdu')
  const word = { at: monday + days(2), channel: 'wechat', by: 'cardholder' } as const
  const social = { function: 'socialSecurity' } as const
  const phone = temporary('phone', { id: 'first', reportedAt: monday + days(1) })
  const online = formal('wechat', { id: 'second', reportedAt: monday + days(2) })
  const rest: CardChange[] = [
    { what: 'lossReported', ...word, at: monday + days(1), channel: 'phone', ...social, report: phone, replaces: null },
    { what: 'lossReported', ...word, ...social, report: online, replaces: 'first' },
    { what: 'bankTold', ...word },
    { what: 'reportReleased', at: monday + days(3), channel: 'alipay', by: 'cardholder', ...social, reportId: 'second' },
  ]
  const at = (n: number) => replay(imported(), rest.slice(0, n))
  expect([0, 1, 2, 3, 4].map((n) => stateAt(at(n), monday + days(3)).socialSecurity.state)).toEqual([
    'inUse', 'temporarilyLost', 'formallyLost', 'formallyLost', 'inUse',
  ])
  expect(at(4)).toMatchObject({ functions: { socialSecurity: { since: monday + days(3) } }, changedAt: monday + days(3) })
  const again = eventsOf(decideReportLoss(at(4), loss('alipay'), policy, monday + days(9)))
  expect(replay(imported(), [...rest, ...again]).bankTold).toBeNull()
})

describe('how a report ended', () => {
  const policy = policyOf('chengdu')
  const lost = aCard({ report: temporary('phone') })
  const endings = (events: readonly CardChange[]) => events.map(endingOf)

  test('by a release', () => {
    expect(endings(eventsOf(decideRelease(lost, release('phone'), policy, monday)))).toEqual([{ reportId: 'report-0', how: 'released' }])
  })

  test('by itself, and what follows opens anew', () => {
    expect(endings(eventsOf(decideReportLoss(lost, loss('wechat'), policy, monday + days(7))))).toEqual([
      { reportId: 'report-0', how: 'lapsed' }, null,
    ])
  })

  test('by the formal report that took its place', () => {
    expect(endings(eventsOf(decideReportLoss(lost, loss('wechat'), policy, monday)))).toEqual([{ reportId: 'report-0', how: 'replaced' }])
  })

  test('by nothing else: no word about the bank and no reissue ends one', () => {
    const word = { at: monday, channel: 'wechat', by: 'cardholder' } as const
    expect(endings([
      { what: 'bankTold', ...word },
      { what: 'bankToldTakenBack', ...word },
      { what: 'reissueAccepted', ...word, reissue: accepted('exchange'), order: anOrder({ state: 'accepted' }) },
    ])).toEqual([null, null, null])
  })
})
