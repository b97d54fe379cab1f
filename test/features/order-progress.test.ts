import { progressOf } from '@/features/order/progress'
import { orderStates, type OrderState } from '@/domain/reissue/words'
import { orderOnWire } from '../support/builders/reissue-on-wire'

const at = (hour: number) => `2026-03-10T${String(hour).padStart(2, '0')}:00:00.000+08:00`
const through = (...states: OrderState[]) => orderOnWire({ state: states.at(-1) ?? 'applied', steps: states.map((state, index) => ({ state, at: at(index) })) })
const said = (order: ReturnType<typeof through>) => progressOf(order).map(({ row, stands }) => `${row} ${stands}`)

test.each([
  [['applied'], ['applied done', 'accepted now', 'made toCome', 'handed toCome', 'socialSecurity toCome', 'financial toCome']],
  [['applied', 'rejected'], ['applied done', 'accepted wrong', 'made toCome', 'handed toCome', 'socialSecurity toCome', 'financial toCome']],
  [['applied', 'accepted', 'inProduction'], ['applied done', 'accepted done', 'made now', 'handed toCome', 'socialSecurity toCome', 'financial toCome']],
  [['accepted', 'ready'], ['accepted done', 'made done', 'handed now', 'socialSecurity toCome', 'financial toCome']],
  [['accepted', 'ready', 'uncollected'], ['accepted done', 'made done', 'handed wrong', 'socialSecurity toCome', 'financial toCome']],
  [['applied', 'accepted', 'ready', 'collected'], ['applied done', 'accepted done', 'made done', 'handed done', 'socialSecurity now', 'financial toCome']],
  [['applied', 'accepted', 'ready', 'collected', 'financialActivated'], ['applied done', 'accepted done', 'made done', 'handed done', 'socialSecurity now', 'financial done']],
  [['applied', 'accepted', 'ready', 'collected', 'socialSecurityActivated'], ['applied done', 'accepted done', 'made done', 'handed done', 'socialSecurity done', 'financial now']],
  [['applied', 'accepted', 'ready', 'collected', 'socialSecurityActivated', 'closed'], ['applied done', 'accepted done', 'made done', 'handed done', 'socialSecurity done', 'financial done']],
  [['applied', 'cancelled'], ['applied done', 'cancelled done']],
] as const)('after %s', (states, rows) => {
  expect(said(through(...states))).toEqual(rows)
})

test('a card that is sent has a row for the mail; what came back waits there', () => {
  const byMail = (...states: OrderState[]) => said({ ...through(...states), way: 'mail' }).slice(2, 5)
  expect(byMail('applied', 'accepted', 'mailed')).toEqual(['made done', 'mailed done', 'handed now'])
  expect(byMail('applied', 'accepted', 'mailed', 'returned')).toEqual(['made done', 'mailed wrong', 'handed toCome'])
  expect(byMail('applied', 'accepted', 'ready')).toEqual(['made done', 'mailed now', 'handed toCome'])
})

test('each row that is done says when, and the later half is the one that closed the order', () => {
  const rows = progressOf(through('applied', 'accepted', 'ready', 'collected', 'financialActivated', 'closed'))
  expect(rows.map(({ row, at: when }) => [row, when])).toEqual([
    ['applied', at(0)], ['accepted', at(1)], ['made', at(2)], ['handed', at(3)], ['socialSecurity', at(5)], ['financial', at(4)],
  ])
})

test.each(orderStates)('%s: at most one row is where it stands', (state) => {
  expect(progressOf(orderOnWire({ state })).filter(({ stands }) => stands === 'now' || stands === 'wrong').length).toBe(state === 'closed' || state === 'cancelled' ? 0 : 1)
})
