import { allowedActions, type ActionState } from '@/domain/actions'
import type { Card } from '@/domain/card'
import { policyOf, type CityCode } from '@/domain/policies'
import type { Channel } from '@/domain/words'
import { aCard, accepted, days, formal, monday, temporary } from '../support/builders'

const adult = { role: 'cardholder', holderAge: 40 } as const

const inWords = (state: ActionState): string => {
  if (state.allowed) return 'yes'
  return state.where ? `${state.reason}: ${[...state.where].sort().join(' ')}` : state.reason
}

/** What a cardholder is offered, in the order reportLoss, releaseLoss, bankTold. */
const offered = (card: Card, channel: Channel, city: CityCode = 'chengdu', now = monday + days(1)) =>
  allowedActions(card, adult, channel, policyOf(city), now).map(inWords)

const bothLost = aCard({ report: formal('wechat'), bankReport: formal('bank') })
const beingReissued = aCard({ report: formal('wechat'), reissue: accepted('replacement') })
const told = { at: monday, by: 'cardholder' } as const

test.each<[string, Card, string, string, string]>([
  ['in use', aCard(), 'yes', 'nothingToRelease', 'nothingReported'],
  ['not yet activated', aCard({ life: 'notActivated' }), 'yes', 'nothingToRelease', 'nothingReported'],
  ['locked', aCard({ life: 'locked' }), 'yes', 'nothingToRelease', 'nothingReported'],
  ['cancelled', aCard({ life: 'cancelled' }), 'cardCancelled', 'cardCancelled', 'nothingReported'],
  ['temporarily lost by phone', aCard({ report: temporary('phone') }), 'yes', 'releasedElsewhere: counter phone', 'yes'],
  ['lapsed', aCard({ report: temporary('phone', { lapsesAt: monday + days(1) }) }), 'yes', 'nothingToRelease', 'nothingReported'],
  ['formally lost in WeChat', aCard({ report: formal('wechat') }), 'alreadyReported', 'yes', 'yes'],
  ['formally lost in Alipay', aCard({ report: formal('alipay') }), 'alreadyReported', 'yes', 'yes'],
  ['formally lost at a counter', aCard({ report: formal('counter') }), 'alreadyReported', 'releasedElsewhere: counter terminal', 'yes'],
  ['lost, and the bank told', aCard({ report: formal('wechat'), bankTold: told }), 'alreadyReported', 'yes', 'yes'],
  ['lost, and reported by the bank', bothLost, 'alreadyReported', 'yes', 'bankHasReported'],
  ['being reissued', beingReissued, 'alreadyReported', 'reissueAlreadyAccepted', 'yes'],
  ['in an exchange, still working', aCard({ reissue: accepted('exchange') }), 'yes', 'nothingToRelease', 'nothingReported'],
])('a card %s offers in WeChat', (_, card, reportLoss, releaseLoss, bankTold) => {
  expect(offered(card, 'wechat')).toEqual([reportLoss, releaseLoss, bankTold])
})

test('what cannot be done here is offered with the places where it can', () => {
  const state = allowedActions(aCard({ report: formal('terminal') }), adult, 'alipay', policyOf('chengdu'), monday)
  expect(state[1]).toEqual({ action: 'releaseLoss', allowed: false, reason: 'releasedElsewhere', where: ['counter', 'terminal'] })
})

test('the Tianfu app reports in Chengdu alone', () => {
  expect(offered(aCard(), 'tianfu')[0]).toBe('yes')
  expect(offered(aCard(), 'tianfu', 'beijing')[0]).toBe('reportNotMadeHere: alipay counter phone terminal wechat')
})

test('a counter whose usual report is temporary still offers the formal one that may follow it', () => {
  const card = aCard({ report: temporary('phone', { lapsesAt: monday + days(10) }) })
  expect(offered(card, 'counter', 'shanghai')[0]).toBe('yes')
  expect(offered(card, 'terminal', 'beijing')[0]).toBe('alreadyReported')
})

test('a counter that makes a formal report only with the new card offers none that follows by itself', () => {
  const card = aCard({ report: temporary('phone', { lapsesAt: monday + days(10) }) })
  expect(offered(card, 'counter', 'beijing')[0]).toBe('alreadyReported')
})

test('a bank is offered what concerns its own half', () => {
  expect(offered(aCard({ life: 'cancelled' }), 'bank')).toEqual(['yes', 'nothingToRelease', 'nothingReported'])
  expect(offered(bothLost, 'bank')).toEqual(['alreadyReported', 'yes', 'bankHasReported'])
  expect(offered(aCard({ financialLife: 'cancelled' }), 'bank').slice(0, 2)).toEqual(['cardCancelled', 'cardCancelled'])
})
