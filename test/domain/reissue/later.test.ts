import type { Card } from '@/domain/card'
import { decideChangeAddress, type ChangeAddressRequest } from '@/domain/reissue/change-address'
import { decideCorrect } from '@/domain/reissue/correct'
import { decideActivateWithPassword } from '@/domain/reissue/first-password'
import { photoFault } from '@/domain/reissue/photo'
import { orderStates, type OrderState, type RejectionReason } from '@/domain/reissue/words'
import { policyOf } from '@/domain/policies'
import { aCard, after, eventsOf } from '../../support/builders'
import type { ReissueOrder } from '@/domain/reissue'
import type { Role } from '@/domain/words'

const at = Date.UTC(2026, 11, 1)
const order = (over: Partial<ReissueOrder> = {}): ReissueOrder => ({
  id: 'o-1', kind: 'replacement', reason: 'lost', way: 'mail', bank: 'icbc', channel: 'wechat', by: 'cardholder', appliedAt: at, state: 'applied', movedAt: at,
  rejectedFor: null, ...over,
})
const withOrder = (over: Partial<ReissueOrder> = {}) => ({ ...aCard(), order: order(over) })
const codeOf = (decision: ReturnType<typeof decideChangeAddress>) => (decision.outcome === 'refused' ? decision.refusal.code : decision.outcome)

describe('another address', () => {
  const lets: readonly OrderState[] = ['applied', 'rejected', 'accepted', 'inProduction', 'ready', 'uncollected', 'returned']
  const change = (card: Card = withOrder(), over: Partial<ChangeAddressRequest> = {}) =>
    decideChangeAddress(card, { orderId: 'o-1', channel: 'wechat', by: 'cardholder', isSame: false, ...over }, at)

  test.each(orderStates)('while the order is %s', (state) =>
    expect(codeOf(change(withOrder({ state })))).toBe(lets.includes(state) ? 'change' : 'orderElsewhere'))

  test('is told, and never where it is', () => {
    expect(eventsOf(change())).toEqual([{ what: 'addressChanged', at, channel: 'wechat', by: 'cardholder', orderId: 'o-1' }])
    expect(after(withOrder(), change())).toEqual({ ...withOrder(), changedAt: at })
  })

  test('that is the same is so already', () => expect(codeOf(change(withOrder(), { isSame: true }))).toBe('already'))

  test('of another order, or where nothing is sent, is refused', () => {
    expect(codeOf(change(withOrder(), { orderId: 'o-2' }))).toBe('noOrder')
    expect(codeOf(change(aCard()))).toBe('noOrder')
    expect(codeOf(change(withOrder({ way: 'serviceOutlet' })))).toBe('notByMail')
  })
})

describe('putting right', () => {
  const put = (rejectedFor: RejectionReason | null, came: 'nothing' | 'photo' | 'address', over: Partial<ReissueOrder> = {}) => codeOf(decideCorrect(
    withOrder({ state: rejectedFor ? 'rejected' : 'applied', rejectedFor, ...over }),
    { orderId: 'o-1', channel: 'wechat', by: 'cardholder', hasPhoto: came === 'photo', hasAddress: came === 'address' }, at))

  test.each([
    ['photo', 'nothing', 'photoNeeded'], ['photo', 'address', 'photoNeeded'], ['photo', 'photo', 'change'],
    ['address', 'nothing', 'addressNeeded'], ['address', 'photo', 'addressNeeded'], ['address', 'address', 'change'],
    ['dataMismatch', 'nothing', 'change'], [null, 'nothing', 'already'],
  ] as const)('what was rejected for %s with %s: %s', (rejectedFor, came, expected) => expect(put(rejectedFor, came)).toBe(expected))

  test('nothing is sent of what is collected', () => expect(put('dataMismatch', 'address', { way: 'serviceOutlet' })).toBe('notByMail'))
  test('what was accepted is put right no more', () => expect(put(null, 'nothing', { state: 'cancelled' })).toBe('orderElsewhere'))
})

test.each([
  [{ width: 358, height: 441 }, null], [{ width: 250, height: 350 }, null], [{ width: 199, height: 245 }, 'size'], [{ width: 3400, height: 4001 }, 'size'],
  [{ width: 441, height: 358 }, 'proportions'], [{ width: 400, height: 400 }, 'proportions'], [{ width: 300, height: 600 }, 'proportions'],
] as const)('a photo of %j: %s', (size, fault) => expect(photoFault(size)).toBe(fault))

describe('activating with a password', () => {
  const activate = (life: 'notActivated' | 'inUse', password: string, by: Role = 'cardholder') => {
    const { functions, ...card } = aCard()
    const fresh = { ...card, functions: { ...functions, socialSecurity: { life, since: at, report: null } } }
    return decideActivateWithPassword(fresh, { channel: 'wechat', by }, { password, numbers: ['990100482915'] }, policyOf('chengdu'), at)
  }
  test('does both, in this order', () => {
    const decision = activate('notActivated', '719350')
    expect(decision.outcome === 'change' && decision.events.map(({ what }) => what)).toEqual(['functionActivated', 'passwordSet'])
  })
  test('does neither where the password is one that anybody would try', () => expect(codeOf(activate('notActivated', '482915'))).toBe('passwordTooSimple'))
  test('is not for a proxy, who sets nobody’s password', () => expect(codeOf(activate('notActivated', '719350', 'proxy'))).toBe('holderOnly'))
  test('sets none on a card that works', () => expect(activate('inUse', '719350')).toEqual({ outcome: 'already' }))
})
