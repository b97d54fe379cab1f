import { decideAcceptReissue } from '@/domain/accept-reissue'
import { policyOf } from '@/domain/policies'
import { decideReportLoss } from '@/domain/report-loss'
import { stateAt } from '@/domain/state'
import { after, aCard, accepted, anOrder, cityLike, days, eventsOf, formal, inAWord, loss, monday, temporary } from '../../support/builders'

const chengdu = policyOf('chengdu')
const stopping = cityLike(chengdu, { exchangeStopsOldCard: true })
const later = monday + days(1)
const replacement = { id: 'order-1', bank: 'icbc', kind: 'replacement', channel: 'counter', by: 'proxy' } as const
const exchange = { id: 'order-1', bank: 'icbc', kind: 'exchange', channel: 'bank', by: 'guardian' } as const

test('a replacement stops the old card, and is written with who accepted it for whom', () => {
  const lost = aCard({ report: formal('wechat') })
  const decision = decideAcceptReissue(lost, replacement, chengdu, later)
  expect(eventsOf(decision)).toEqual([{
    what: 'reissueAccepted', at: later, channel: 'counter', by: 'proxy',
    reissue: { kind: 'replacement', stopsOldCard: true, acceptedAt: later, channel: 'counter' },
    order: anOrder({ channel: 'counter', by: 'proxy', reason: null, appliedAt: later, state: 'accepted', movedAt: later }),
  }])
  const card = after(lost, decision)
  expect(stateAt(card, later).socialSecurity).toEqual({ state: 'beingReissued', since: later })
  expect(card.functions).toEqual(lost.functions)
})

test('an exchanged card works on until collection, unless the city stops it', () => {
  const works = after(aCard(), decideAcceptReissue(aCard(), exchange, chengdu, later))
  const stopped = after(aCard(), decideAcceptReissue(aCard(), exchange, stopping, later))
  expect(stateAt(works, later).socialSecurity.state).toBe('inUse')
  expect(stateAt(stopped, later).socialSecurity).toEqual({ state: 'beingReissued', since: later })
  expect(stateAt(stopped, later).financial.state).toBe('inUse')
})

test('an exchanged card that stopped reads so from the exchange on, also when it is lost afterwards', () => {
  const stopped = aCard({ reissue: accepted('exchange', { stopsOldCard: true }) })
  const lost = after(stopped, decideReportLoss(stopped, loss('phone'), chengdu, later))
  expect(stateAt(stopped, later).socialSecurity).toEqual({ state: 'beingReissued', since: monday })
  expect(stateAt(lost, later).socialSecurity).toEqual({ state: 'beingReissued', since: monday })
})

test('a cancelled card shows that it is cancelled, whatever was accepted', () => {
  expect(stateAt(aCard({ life: 'cancelled', reissue: accepted('replacement') }), later).socialSecurity.state).toBe('cancelled')
})

test('a replacement needs a formal report: a temporary one is not enough, and one that lapsed is none', () => {
  const card = aCard({ report: temporary('phone') })
  expect(inAWord(decideAcceptReissue(card, replacement, chengdu, later))).toBe('reissueNeedsReport')
  expect(inAWord(decideAcceptReissue(card, replacement, chengdu, monday + days(8)))).toBe('reissueNeedsReport')
})

test('the lapse that was due is written before the exchange', () => {
  const events = eventsOf(decideAcceptReissue(aCard({ report: temporary('phone') }), exchange, chengdu, monday + days(8)))
  expect(events.map(({ what, at }) => [what, at])).toEqual([['reportLapsed', monday + days(7)], ['reissueAccepted', monday + days(8)]])
})
