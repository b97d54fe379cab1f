import { cityCodes, policyOf } from '@/domain/policies'
import { decideActivate, type ActivateRequest } from '@/domain/reissue'
import { stateAt } from '@/domain/state'
import { channels, lives, type Channel } from '@/domain/words'
import { aCard, after, days, disputed, eventsOf, formal, inAWord, monday, temporary } from '../../support/builders'

const now = monday + days(2)
const fresh = aCard({ life: 'notActivated', financialLife: 'notActivated' })
const activate = (card = fresh, over: Partial<ActivateRequest> = {}, city: (typeof cityCodes)[number] = 'chengdu') =>
  decideActivate(card, { function: 'socialSecurity', channel: 'wechat', by: 'cardholder', ...over }, policyOf(city), now)

/** By hand: the doors that activate the social security function (rule 21); the bank's half at the bank, everywhere. */
const doors: Record<(typeof cityCodes)[number], readonly Channel[]> = {
  chengdu: ['wechat', 'alipay', 'counter', 'terminal'],
  beijing: ['wechat', 'alipay', 'counter', 'terminal'],
  national: ['wechat', 'alipay', 'counter', 'terminal'],
  shanghai: ['wechat', 'alipay', 'counter', 'terminal', 'bank'],
}

describe.each(cityCodes)('in %s', (city) => {
  test.each(channels)('by %s', (channel) => {
    expect(inAWord(activate(fresh, { channel }, city)).split(':')[0]).toBe(doors[city].includes(channel) ? 'change' : 'activatedElsewhere')
    expect(inAWord(activate(fresh, { function: 'financial', channel }, city))).toBe(channel === 'bank' ? 'change' : 'activatedElsewhere: bank')
  })
})

test.each(lives)('of a function that is %s', (life) => {
  const word = { notActivated: 'change', inUse: 'already', locked: 'cardLocked', cancelled: 'cardCancelled' }[life]
  expect(inAWord(activate(aCard({ life })))).toBe(word)
})

test('封存 turns 正常, one half without the other', () => {
  const card = after(fresh, activate())
  expect(stateAt(card, now)).toEqual({ socialSecurity: { state: 'inUse', since: now }, financial: { state: 'notActivated', since: fresh.functions.financial.since } })
  expect(eventsOf(activate())).toEqual([{ what: 'functionActivated', at: now, channel: 'wechat', by: 'cardholder', function: 'socialSecurity' }])
})

test('a new card that is lost itself is not activated, unless its report has lapsed', () => {
  expect(inAWord(activate(aCard({ life: 'notActivated', report: formal('wechat') })))).toBe('lossReportedHere')
  expect(inAWord(activate(aCard({ life: 'notActivated', report: temporary('phone') })))).toBe('lossReportedHere')
  expect(inAWord(activate(aCard({ life: 'notActivated', report: temporary('phone', { lapsesAt: now }) })))).toBe('change')
})

test('while somebody says it was not them, the social security function waits', () => {
  const card = { ...fresh, dispute: disputed() }
  expect(inAWord(activate(card))).toBe('disputeOpen')
  expect(inAWord(activate(card, { function: 'financial', channel: 'bank' }))).toBe('change')
})
