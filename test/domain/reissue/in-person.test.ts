import { policyOf } from '@/domain/policies'
import { collectBy, decideAcceptInPerson, missedBefore, papersToCollect, type AcceptInPersonRequest } from '@/domain/reissue'
import { aCard, after, anOrder, days, eventsOf, formal, inAWord, monday } from '../../support/builders'

const chengdu = policyOf('chengdu')
/** Where counters make a formal report only together with the new card. */
const together = policyOf('beijing')
const lost: AcceptInPersonRequest = {
  id: 'order-1', kind: 'replacement', reason: 'lost', way: 'serviceOutlet', bank: 'icbc', issuingBank: 'icbc', channel: 'counter', by: 'cardholder',
  who: { role: 'cardholder', holderAge: 40 }, withinYear: 0, isThere: true, hasAddress: false, outlet: 'chengdu.one',
  reportIds: { socialSecurity: 'r-1', financial: 'r-2' },
}
const decide = (card = aCard(), over: Partial<AcceptInPersonRequest> = {}, policy = chengdu) => decideAcceptInPerson(card, { ...lost, ...over }, policy, monday)

test('where a formal report is made only with the new card, accepting makes it in the same step; elsewhere it is reported first', () => {
  expect(inAWord(decide())).toBe('reissueNeedsReport')
  const decision = decide(aCard(), {}, together)
  expect(eventsOf(decision).map(({ what }) => what)).toEqual(['lossReported', 'reissueAccepted'])
  expect(after(aCard(), decision)).toMatchObject({ reissue: { kind: 'replacement' }, functions: { socialSecurity: { report: { id: 'r-1', kind: 'formal', outlet: 'chengdu.one' } } } })
  expect(eventsOf(decide(aCard({ report: formal('wechat') }), {}, together)).map(({ what }) => what)).toEqual(['reissueAccepted'])
  expect(eventsOf(decide(aCard(), { kind: 'exchange', reason: 'damaged' }, together)).map(({ what }) => what)).toEqual(['reissueAccepted'])
})

test.each([
  ['nobody who stands there', { isThere: false }, 'noOrder'],
  ['a way that is not offered here', { way: 'instant' }, 'wayNotOffered: bank'],
  ['mail without an address', { way: 'mail' }, 'addressNeeded'],
  ['a bank that the reason leaves no choice of', { bank: 'bocd' }, 'bankNotOffered'],
  ['a child by itself', { who: { role: 'cardholder', holderAge: 9 } }, 'minorNeedsGuardian'],
  ['another kind than its reason', { kind: 'exchange' }, 'orderElsewhere'],
] as const)('%s is refused', (_what, over, code) => {
  expect(inAWord(decide(aCard({ report: formal('wechat') }), over))).toBe(code)
})

test('an application is accepted as it stands, with nobody there', () => {
  const card = { ...aCard({ report: formal('wechat') }), order: anOrder({ state: 'applied', reason: 'lost', way: 'mail' }) }
  expect(after(card, decide(card, { isThere: false })).order).toMatchObject({ state: 'accepted', way: 'mail', reason: 'lost' })
})

test('a card is missed from the civil day on that the city says', () => {
  const last = collectBy(monday, chengdu)
  expect(missedBefore(monday + days(90), chengdu)).toBeGreaterThan(monday)
  expect(missedBefore(monday + days(89), chengdu)).toBeLessThanOrEqual(monday)
  expect(last).toBe(collectBy(monday + 1, chengdu))
})

test('for an exchange the old card is handed in', () => {
  expect(papersToCollect('cardholder', 'replacement')).toEqual(['holderId', 'receipt'])
  expect(papersToCollect('proxy', 'exchange')).toEqual(['holderId', 'proxyId', 'receipt', 'card'])
})
