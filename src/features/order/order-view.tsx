import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Heading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Summary } from '@/components/summary'
import type { CardOnWire, OrderOnWire } from '@/contract'
import { useOrderCopy } from '@/copy/order'
import type { OrderState } from '@/domain/reissue/words'
import { go } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'
import { useHotline, useRules } from '../banks/use-rules'
import { useWhich } from '../card/use-holder'
import { useBankName } from '../reissue/use-bank-name'
import { AfterCollection } from './after-collection'
import { Bring, ToBring } from './bring'
import { CancelOrder } from './cancel-order'
import { NotMoved } from './not-moved'
import { OrderSteps } from './order-steps'
import { PutRight } from './put-right'
import { saidNow } from './said-now'
import { SentTo } from './sent-to'
import { Tracking } from './tracking'
import type { OrderChanges } from './use-order'
import { WhereToCollect } from './where-to-collect'

export interface OrderViewProps {
  readonly card: CardOnWire
  readonly order: OrderOnWire
  readonly changes: OrderChanges
  /** In ms. */
  readonly now: number
  /** It could not be looked up just now: this is what was known before. */
  readonly stale: boolean
  readonly refresh: () => void
  readonly onPhoto: () => void
  readonly onAddress: () => void
  readonly onChecked: () => void
}

const pending: readonly OrderState[] = ['applied', 'rejected']
const withReceipt: readonly OrderState[] = ['accepted', 'inProduction', 'ready', 'mailed', 'returned', 'uncollected']
const waits: readonly OrderState[] = ['ready', 'uncollected']

/** What helps on right now: what to put right, the receipt to show, the parcel's number, or the new card. */
const NextStep = (props: OrderViewProps) => {
  const { n: { order: said } } = useOrderCopy()
  const { card, order, changes: { correct }, refresh } = props
  const { state, way } = order
  const showsReceipt = waits.includes(state) && way !== 'mail'
  return (
    <View className="page-col">
      {state === 'rejected' && <PutRight {...props} correct={correct} />}
      <NotMoved change={correct.change} onRetry={correct.retry} onLook={refresh} />
      {state === 'returned' && (isTerminal()
        ? <View className="body">{said.rejected.elsewhere}</View>
        : <ActionButton icon="pin" words={said.address.change} onTap={props.onAddress} />)}
      {state === 'mailed' && <Tracking order={order} />}
      {withReceipt.includes(state) && (
        <ActionButton
          kind={showsReceipt ? 'primary' : 'second'}
          icon="idcard"
          words={showsReceipt ? said.receipt : said.receiptLater}
          onTap={() => void go('receipt', { cardId: card.cardId })}
        />
      )}
      <AfterCollection card={card} order={order} />
    </View>
  )
}

const Facts = ({ card, order: { orderId, way, bank } }: Pick<OrderViewProps, 'card' | 'order'>) => {
  const { r, n: { order: { facts } } } = useOrderCopy()
  const bankName = useBankName(card.city)
  return <Summary rows={[{ label: facts.number, value: orderId }, { label: facts.way, value: r.ways.way[way] }, { label: facts.bank, value: bankName(bank) }]} />
}

const Collecting = ({ card, order, now }: Pick<OrderViewProps, 'card' | 'order' | 'now'>) => {
  const accepted = withReceipt.includes(order.state)
  if (order.way === 'mail') return null
  return (
    <>
      {(accepted || (pending.includes(order.state) && order.outlet)) && <WhereToCollect card={card} order={order} now={now} />}
      {accepted && (isTerminal() ? <ToBring order={order} /> : <Bring key={order.orderId} order={order} />)}
    </>
  )
}

/** The next step in one sentence, what to do for it, the way as a picture, and what can still be changed. */
export const OrderView = (props: OrderViewProps) => {
  const { t, r, n } = useOrderCopy()
  const { card, order, changes, now, stale, refresh, onAddress } = props
  const { readyInWorkingDays: { value: workingDays } } = useRules(card.city)
  const { title, next } = saidNow(order, { n, r, now, workingDays })
  return (
    <View className="page-col split">
      <View className="page-col split-a">
        <Heading words={title} second={next} />
        <View className="sub">{useWhich(card)}</View>
        {stale && <Notice kind="info" icon="clock">{t.common.stale}</Notice>}
        <NextStep {...props} />
        <OrderSteps order={order} workingDays={workingDays} now={now} />
      </View>
      <View className="page-col split-b">
        <Collecting card={card} order={order} now={now} />
        {(pending.includes(order.state) || withReceipt.includes(order.state)) && <SentTo order={order} onChange={onAddress} />}
        <Facts card={card} order={order} />
        <CallButton quiet who={n.order.call} number={useHotline(card.city)} />
        {pending.includes(order.state) && <CancelOrder cardId={card.cardId} order={order} cancel={changes.cancel} onLook={refresh} />}
      </View>
    </View>
  )
}
