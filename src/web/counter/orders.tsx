import { useId, useState } from 'react'
import type { OrderState } from '@/domain/reissue/words'
import { ask } from './ask'
import type { FoundCard } from './find'
import { Tabs } from './tabs'
import { useNow } from './use-now'
import { usePages } from './use-pages'
import { useWords } from './words'

interface OrdersProps {
  readonly staffId: string
  readonly onChoose: (card: FoundCard) => void
  readonly onFailed: (thrown: unknown) => void
}

/** What waits for a counter, by what is to be done with it. */
const lists = {
  applied: ['applied'],
  rejected: ['rejected'],
  making: ['accepted', 'inProduction'],
  ready: ['ready', 'uncollected'],
  mail: ['mailed', 'returned'],
} as const satisfies Readonly<Record<string, readonly OrderState[]>>
type List = keyof typeof lists
const names = Object.keys(lists) as List[]

const Listed = ({ list, staffId, onChoose, onFailed }: OrdersProps & { readonly list: List }) => {
  const { w, dates } = useWords()
  const now = useNow()
  const { pages, more, again } = usePages((cursor) => ask('channel/orders', { staff: { id: staffId }, states: [...lists[list]], ...(cursor && { cursor }) }), onFailed)
  if (pages.length === 0) return again ? <button onClick={again}>{w.retry}</button> : null
  const orders = pages.flatMap((page) => page.orders)
  return (
    <>
      {orders.length === 0 && <p className="hint">{w.orders.none}</p>}
      {orders.map(({ order, card }) => (
        <button key={order.orderId} className="pick" onClick={() => onChoose({ ...card, order })}>
          <b>{card.maskedName}</b> {card.maskedNumber}
          <small>{w.order.states[order.state]} · {dates.moment(order.steps.at(-1)?.at ?? now, now)}</small>
        </button>
      ))}
      {more && <button onClick={more}>{w.orders.more}</button>}
      {again && <button onClick={again}>{w.retry}</button>}
    </>
  )
}

/** Orders of new cards that wait in the city, the longest waiting first. */
export const Orders = (props: OrdersProps) => {
  const { w } = useWords()
  const panel = useId()
  const [list, setList] = useState<List>('applied')
  return (
    <div className="sheet">
      <h2>{w.orders.title}</h2>
      <Tabs title={w.orders.title} names={names} words={w.orders} value={list} panel={panel} onChange={setList} />
      <div id={panel} className="group" role="tabpanel" aria-label={w.orders[list]}><Listed key={list} list={list} {...props} /></div>
    </div>
  )
}
