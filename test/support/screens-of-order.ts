import type { OrderOnWire } from '@/contract'
import { bank, cardOnWire } from './builders/card-on-wire'
import { outletOnWire, demoList } from './builders/outlet-on-wire'
import { orderOnWire } from './builders/reissue-on-wire'
import type { Played, Shot } from './shot'
import { receiptOnWire } from './wire/order'

const citizen = '示例公民甲'
const old = cardOnWire({ state: 'beingReissued', order: 'inProduction', holder: { relation: 'cardholder', maskedName: '示例公民·名字很长的人' } })
const outlet = { ...outletOnWire(1), source: '演示数据' }
const cardOf = (card = old): Played => ({ 'card/get': { card, bank: { ...bank, told: false } } })
const steps = (...states: OrderOnWire['state'][]): OrderOnWire['steps'] => states.map((state, index) => ({ state, at: `2026-11-${20 + index}T10:24:00.000+08:00` }))
const address = { recipient: '示例公民·名字很长的人', phone: '13800000000', division: '510107', street: '示例路 1 号示例小区 2 栋 3 单元 301 室' }
const ready = { date: '2026-12-22' }
const byMail: Partial<OrderOnWire> = { way: 'mail', address, ready }

const orders: Readonly<Record<string, Partial<OrderOnWire>>> = {
  applied: { steps: steps('applied'), outlet: outlet.outletId },
  rejected: { state: 'rejected', rejectedFor: 'photo', photo: true, steps: steps('applied', 'rejected') },
  'rejected-data': { state: 'rejected', rejectedFor: 'dataMismatch', steps: steps('applied', 'rejected') },
  making: { state: 'inProduction', ready, steps: steps('applied', 'accepted', 'inProduction'), outlet: outlet.outletId },
  ready: { state: 'ready', collectBy: '2027-03-01', steps: steps('applied', 'accepted', 'inProduction', 'ready'), outlet: outlet.outletId },
  uncollected: { state: 'uncollected', steps: steps('applied', 'accepted', 'ready', 'uncollected') },
  mailed: { ...byMail, state: 'mailed', trackingNumber: 'EMS0000000001', steps: steps('applied', 'accepted', 'ready', 'mailed') },
  returned: { ...byMail, state: 'returned', steps: steps('applied', 'accepted', 'mailed', 'returned') },
  collected: { state: 'collected', newCardId: 'card-2', steps: steps('applied', 'accepted', 'ready', 'collected') },
  half: { state: 'socialSecurityActivated', newCardId: 'card-2', steps: steps('applied', 'accepted', 'ready', 'collected', 'socialSecurityActivated') },
  cancelled: { state: 'cancelled', steps: steps('applied', 'cancelled') },
}

const route = '/pages/order/index?cardId=card-1'
const shotOf = (name: string): Shot => ({
  name: `order-${name}`, citizen, route, played: { 'reissue/order': { card: old, order: orderOnWire(orders[name]) }, 'outlets/get': { outlet, list: demoList } },
})
const fresh = cardOnWire({ state: 'notActivated', bankState: 'notActivated' })
const receipt = receiptOnWire({ ready, outletName: outlet.name, code: `${'WzEsInJlY2VpcHQiXQ'.repeat(12)}.${'MEUCIQDemo'.repeat(9)}` })
const activate = '/pages/activate/index?cardId=card-1'

/** From the application to the new card that works; every answer is played. */
export const screensOfOrder: readonly Shot[] = [
  ...Object.keys(orders).map(shotOf),
  { name: 'order-none', citizen, route, played: { 'reissue/order': { card: cardOnWire() } } },
  { name: 'receipt', citizen, route: '/pages/receipt/index?cardId=card-1', played: { ...cardOf(), 'reissue/receipt': { receipt } } },
  { name: 'receipt-over', citizen, route: '/pages/receipt/index?cardId=card-1', played: { ...cardOf(), 'reissue/receipt': { code: 'orderElsewhere' } } },
  { name: 'activate', citizen, route: activate, played: cardOf(fresh) },
  { name: 'activate-half', citizen, route: activate, played: cardOf(cardOnWire({ bankState: 'notActivated' })) },
  { name: 'activate-locked', citizen, route: activate, played: cardOf(cardOnWire({ state: 'locked' })) },
]
