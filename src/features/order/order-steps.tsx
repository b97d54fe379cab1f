import { Subheading } from '@/components/heading'
import { Steps, type Step } from '@/components/steps'
import { View } from '@tarojs/components'
import type { OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import { saidDay } from '../reissue/said-ready'
import { progressOf, type OrderRow, type Progress } from './progress'

interface OrderStepsProps {
  readonly order: OrderOnWire
  /** Working days from acceptance until a card is made. */
  readonly workingDays: number
  /** In ms. */
  readonly now: number
}

const dots = { done: 'good', now: 'now', wrong: 'todo', toCome: 'hollow' } as const satisfies Record<Progress['stands'], Step['dot']>

/** What is said of a row that is not done: when, or where. */
const useAhead = ({ order, workingDays, now }: OrderStepsProps) => {
  const { n: { order: { steps: said } }, r } = useOrderCopy()
  const { ready } = order
  const made = ready && 'date' in ready ? said.madeBy(saidDay(ready.date, r, now)) : said.working(workingDays)
  const lines: Partial<Record<OrderRow, string>> = { accepted: said.acceptedNext, made, socialSecurity: said.socialNext, financial: said.financialNext }
  return (row: OrderRow): readonly string[] => (lines[row] === undefined ? [] : [lines[row]])
}

/** The whole way as a picture: what is done and when, what is now, what comes. */
export const OrderSteps = (props: OrderStepsProps) => {
  const { n: { order: { steps: said } }, dates } = useOrderCopy()
  const { order, now } = props
  const ahead = useAhead(props)
  const titles: Record<OrderRow, string> = { ...said.row, handed: order.way === 'mail' ? said.row.received : said.row.collected }
  const steps = progressOf(order).map(({ row, stands, at }): Step => ({
    key: row,
    title: titles[row],
    ...((stands === 'now' || stands === 'wrong') && { badge: said.now }),
    lines: at ? [dates.moment(at, now)] : stands === 'done' ? [] : ahead(row),
    dot: dots[stands],
    ticked: stands === 'done',
  }))
  return (
    <View className="page-col">
      <Subheading words={said.title} />
      <Steps steps={steps} />
    </View>
  )
}
