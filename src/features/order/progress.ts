import type { OrderOnWire } from '@/contract'
import type { OrderState } from '@/domain/reissue/words'

export type OrderRow = 'applied' | 'accepted' | 'made' | 'mailed' | 'handed' | 'socialSecurity' | 'financial' | 'cancelled'

/** `wrong`: it is there that something has to be done. */
export interface Progress {
  readonly row: OrderRow
  readonly stands: 'done' | 'now' | 'wrong' | 'toCome'
  /** When it was done, or went wrong. */
  readonly at: string | undefined
}

const line = ['applied', 'accepted', 'made', 'mailed', 'handed'] as const
/** How many of the line are behind an order in each state. */
const behind: Record<OrderState, number> = {
  applied: 1, rejected: 1, accepted: 2, inProduction: 2, ready: 3, uncollected: 3, returned: 3, mailed: 4,
  collected: 5, socialSecurityActivated: 5, financialActivated: 5, closed: 5, cancelled: 1,
}
const wrong: readonly OrderState[] = ['rejected', 'returned', 'uncollected']

/** The states that show that a row is done, the first that is there. */
const shownBy: Record<OrderRow, readonly OrderState[]> = {
  applied: ['applied'],
  accepted: ['accepted'],
  made: ['ready', 'mailed', 'collected'],
  mailed: ['mailed'],
  handed: ['collected'],
  socialSecurity: ['socialSecurityActivated', 'closed'],
  financial: ['financialActivated', 'closed'],
  cancelled: ['cancelled'],
}

const whenIn = ({ steps }: OrderOnWire, state: OrderState): string | undefined => steps.filter((step) => step.state === state).at(-1)?.at

const whenDone = (order: OrderOnWire, row: OrderRow): string | undefined => {
  const state = shownBy[row].find((one) => order.steps.some((step) => step.state === one))
  return state && whenIn(order, state)
}

const activations = (order: OrderOnWire): readonly Progress[] => {
  const rows = ['socialSecurity', 'financial'] as const
  const isDone = (row: (typeof rows)[number]): boolean => shownBy[row].includes(order.state)
  const next = behind[order.state] === line.length ? rows.find((row) => !isDone(row)) : undefined
  return rows.map((row) => {
    const done = isDone(row)
    return { row, stands: done ? 'done' : row === next ? 'now' : 'toCome', at: done ? whenDone(order, row) : undefined }
  })
}

const isInLine = ({ way, steps }: OrderOnWire) => (row: (typeof line)[number]): boolean => {
  if (row === 'mailed') return way === 'mail'
  // a counter accepts without an application before
  return row !== 'applied' || steps.some(({ state }) => state === 'applied')
}

/** The line as far as it is this order's, and what of it is behind. */
const lineOf = (order: OrderOnWire): readonly Progress[] => {
  const { state } = order
  const rows = line.filter(isInLine(order))
  const done = rows.filter((row) => line.indexOf(row) < behind[state])
  return rows.map((row, index) => {
    if (index < done.length) return { row, stands: 'done', at: whenDone(order, row) }
    if (index > done.length) return { row, stands: 'toCome', at: undefined }
    return wrong.includes(state) ? { row, stands: 'wrong', at: whenIn(order, state) } : { row, stands: 'now', at: undefined }
  })
}

/** An order as rows from the application to the new card that works, each with where it stands. */
export const progressOf = (order: OrderOnWire): readonly Progress[] => {
  const rows = lineOf(order)
  if (order.state !== 'cancelled') return [...rows, ...activations(order)]
  return [...rows.filter(({ stands }) => stands === 'done'), { row: 'cancelled', stands: 'done', at: whenDone(order, 'cancelled') }]
}
