import type { OrderOnWire } from '@/contract'
import type { OrderCopy } from '@/copy/order'
import type { ReissueCopy } from '@/copy/reissue'
import { civilDay } from '../civil-day'
import { saidDay } from '../reissue/said-ready'

interface Speech {
  readonly n: OrderCopy
  readonly r: ReissueCopy
  readonly now: number
  /** Working days from acceptance, where no day can be said. */
  readonly workingDays: number
}

interface SaidNow {
  readonly title: string
  readonly next: string
}

/** Working days of a week, as weeks are told where no calendar reaches. */
const week = 5

const making = ({ way, ready }: OrderOnWire, { n: { order }, r, now, workingDays }: Speech): SaidNow => {
  const said = order.making
  if (way === 'instant') return { title: said.instant, next: said.next }
  if (!ready || !('date' in ready)) return { title: said.weeks(Math.ceil(workingDays / week)), next: said.next }
  const day = saidDay(ready.date, r, now)
  if (ready.date < civilDay(now)) return { title: said.late, next: said.lateNext(day) }
  return { title: way === 'mail' ? said.send(day) : said.pickUp(day), next: said.next }
}

const ready = ({ way, collectBy }: OrderOnWire, { n: { order }, r, now }: Speech): SaidNow => {
  if (way === 'mail') return order.toMail
  return collectBy ? { title: order.ready.title, next: order.ready.by(saidDay(collectBy, r, now)) } : order.ready
}

/** What stands over an order: how far it is, and the next step in one sentence. `now` in ms. */
export const saidNow = (shown: OrderOnWire, speech: Speech): SaidNow => {
  const { n: { order } } = speech
  switch (shown.state) {
    case 'accepted':
    case 'inProduction': return making(shown, speech)
    case 'ready': return ready(shown, speech)
    case 'cancelled': return { title: order.now.cancelled.title, next: order.cancelledNext[shown.kind] }
    default: return order.now[shown.state]
  }
}
