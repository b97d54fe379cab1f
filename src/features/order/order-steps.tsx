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

/** What is said of a row that is not done: when, where, or with what. */
const useAhead = ({ order, workingDays, now }: OrderStepsProps) => {
  const { n: { order: { steps: said } }, r } = useOrderCopy()
  const { ready, collectBy, way } = order
  const made = ready && 'date' in ready ? said.madeBy(saidDay(ready.date, r, now)) : said.working(workingDays)
  const collected = collectBy ? said.collectBy(saidDay(collectBy, r, now)) : said.collectedNext
  const lines: Partial<Record<OrderRow, string>> = {
    accepted: said.acceptedNext, made, handed: way === 'mail' ? said.receivedNext : collected, socialSecurity: said.socialNext, financial: said.financialNext,
  }
  return (row: OrderRow): readonly string[] => (lines[row] === undefined ? [] : [lines[row]])
}

/** When a row was done, and what that means; when it went wrong, and how; or what comes. */
const useLines = (props: OrderStepsProps) => {
  const { n: { order: { steps: said } }, dates } = useOrderCopy()
  const { order, now } = props
  const ahead = useAhead(props)
  return ({ row, stands, at }: Progress): readonly string[] => {
    const moment = at ? [dates.moment(at, now)] : []
    if (stands === 'wrong' && order.state in said.wrong) return [...moment, said.wrong[order.state as keyof typeof said.wrong]]
    if (stands !== 'done') return ahead(row)
    return row === 'accepted' && order.kind === 'replacement' ? [...moment, said.acceptedFinal] : moment
  }
}

/** The whole way as a picture: what is done and when, what is now, what comes. */
export const OrderSteps = (props: OrderStepsProps) => {
  const { n: { order: { steps: said } } } = useOrderCopy()
  const { order } = props
  const linesOf = useLines(props)
  const titles: Record<OrderRow, string> = { ...said.row, handed: order.way === 'mail' ? said.row.received : said.row.collected }
  const steps = progressOf(order).map((progress): Step => ({
    key: progress.row,
    title: titles[progress.row],
    ...(progress.stands === 'now' && { badge: said.now }),
    ...(progress.stands === 'wrong' && { badge: said.yours }),
    lines: linesOf(progress),
    dot: dots[progress.stands],
    ticked: progress.stands === 'done',
  }))
  return (
    <View className="page-col">
      <Subheading words={said.title} />
      <Steps steps={steps} />
    </View>
  )
}
