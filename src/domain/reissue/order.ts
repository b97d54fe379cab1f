import type { Author, CardFunction, Channel, EventChannel, ReissueKind } from '../words'
import type { Instant } from '../time'
import type { OrderState, RejectionReason, ReissueReason, ReissueWay } from './words'

/** The order of a new card, the last one of its card. Addresses, photos and the new card's number are kept apart from it. */
export interface ReissueOrder {
  readonly id: string
  readonly kind: ReissueKind
  /** Null where a counter accepted it without saying why. */
  readonly reason: ReissueReason | null
  readonly way: ReissueWay
  /** The bank whose card the new one will be. */
  readonly bank: string
  readonly channel: Channel
  readonly by: Author
  readonly appliedAt: Instant
  readonly state: OrderState
  readonly movedAt: Instant
  readonly rejectedFor: RejectionReason | null
}

export const orderMoves = [
  'correct', 'cancel', 'accept', 'reject', 'produce', 'makeReady', 'mail', 'sendBack', 'miss', 'collect', 'activateSocialSecurity', 'activateFinancial',
] as const
/** What takes an order from one state to the next. */
export type OrderMove = (typeof orderMoves)[number]

interface Step {
  /** The states it can be done in, and the one each leaves. */
  readonly from: Readonly<Partial<Record<OrderState, OrderState>>>
  /** The states in which it has been done. */
  readonly done: readonly OrderState[]
}

const handedOver = ['collected', 'socialSecurityActivated', 'financialActivated', 'closed'] as const satisfies readonly OrderState[]
const made = ['ready', 'mailed', 'returned', 'uncollected', ...handedOver] as const satisfies readonly OrderState[]

/** The order's states and moves: read row by row, it is the rule. */
export const steps = {
  correct: { from: { rejected: 'applied' }, done: ['applied'] },
  cancel: { from: { applied: 'cancelled', rejected: 'cancelled' }, done: ['cancelled'] },
  accept: { from: { applied: 'accepted' }, done: ['accepted', 'inProduction', ...made] },
  reject: { from: { applied: 'rejected' }, done: ['rejected'] },
  produce: { from: { accepted: 'inProduction' }, done: ['inProduction', ...made] },
  makeReady: { from: { accepted: 'ready', inProduction: 'ready', returned: 'ready' }, done: ['ready', 'uncollected', ...handedOver] },
  mail: { from: { accepted: 'mailed', inProduction: 'mailed', ready: 'mailed', returned: 'mailed' }, done: ['mailed', ...handedOver] },
  sendBack: { from: { mailed: 'returned' }, done: ['returned'] },
  miss: { from: { ready: 'uncollected' }, done: ['uncollected', ...handedOver] },
  collect: { from: { ready: 'collected', uncollected: 'collected', mailed: 'collected' }, done: handedOver },
  activateSocialSecurity: { from: { collected: 'socialSecurityActivated', financialActivated: 'closed' }, done: ['socialSecurityActivated', 'closed'] },
  activateFinancial: { from: { collected: 'financialActivated', socialSecurityActivated: 'closed' }, done: ['financialActivated', 'closed'] },
} as const satisfies Record<OrderMove, Step>

const ended = ['closed', 'cancelled'] as const satisfies readonly OrderState[]
const isIn = (states: readonly OrderState[], state: OrderState): boolean => states.includes(state)

type Stated = Pick<ReissueOrder, 'state'>

export const hasEnded = ({ state }: Stated): boolean => isIn(ended, state)

/** Whether an order still goes on. */
export const isOpen = <Order extends Stated>(order: Order | null): order is Order => order !== null && !hasEnded(order)

/** Whether an order goes on, and the new card has not been handed over. */
export const isBeforeCollection = <Order extends Stated>(order: Order | null): order is Order => isOpen(order) && !isIn(handedOver, order.state)

/** Whether nothing has been accepted yet: the old card can still be unhooked, and the application taken back. */
export const isPending = <Order extends Stated>(order: Order | null): order is Order =>
  order !== null && (order.state === 'applied' || order.state === 'rejected')

/** What a move leaves of an order's state, `done` where it has been done, null where it cannot be done now. */
export const nextState = (state: OrderState, move: OrderMove): OrderState | 'done' | null => {
  const { from, done }: Step = steps[move]
  return from[state] ?? (isIn(done, state) ? 'done' : null)
}

/** Who moves an order: the citizen takes back and puts right, those who make and hand over do the rest, the clock sees what is not fetched. */
export const movedIn: Readonly<Record<OrderMove, readonly EventChannel[]>> = {
  correct: ['wechat', 'alipay', 'tianfu', 'counter', 'terminal', 'bank'],
  cancel: ['wechat', 'alipay', 'tianfu', 'counter', 'terminal', 'bank'],
  accept: ['counter', 'terminal', 'bank'],
  reject: ['counter', 'bank'],
  produce: ['counter', 'bank'],
  makeReady: ['counter', 'bank'],
  mail: ['counter', 'bank'],
  sendBack: ['counter', 'bank'],
  miss: ['system'],
  collect: ['counter', 'terminal', 'bank'],
  activateSocialSecurity: ['system'],
  activateFinancial: ['system'],
}

/** Whether a channel can make a move of an order as it stands; what else the rules say of it, `decideMove` does. */
export const mayMove = ({ state, way }: Pick<ReissueOrder, 'state' | 'way'>, move: OrderMove, channel: EventChannel): boolean => {
  const to = nextState(state, move)
  return to !== null && to !== 'done' && movedIn[move].includes(channel) && (move !== 'mail' || way === 'mail')
}

/** The function that an activation is of. */
export const activationOf = (of: CardFunction): 'activateSocialSecurity' | 'activateFinancial' => (of === 'socialSecurity' ? 'activateSocialSecurity' : 'activateFinancial')
