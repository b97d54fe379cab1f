import type { OrderOnWire } from '@/contract'
import { isBeforeCollection, isPending } from '@/domain/reissue/order'
import { divisionName } from '@/features/reissue/divisions'
import type { FoundCard } from './find'
import { FormButton } from './form-button'
import { PhotoButton } from './photo-button'
import { ReceiptButton } from './receipt-button'
import { useBankName } from './use-bank-name'
import { useNow } from './use-now'
import { useOutletName } from './use-outlet-name'
import { useWords } from './words'

interface OrderPanelProps {
  readonly card: FoundCard
  readonly order: OrderOnWire
  readonly staffId: string
}
/** Stands where something is still being read. */
const unread = '…'

type Line = readonly [label: string, value: string | undefined]

const useLines = ({ card, order }: OrderPanelProps): readonly Line[] => {
  const { w, t } = useWords()
  const [bankName, outletName] = [useBankName(card.city), useOutletName(order.outlet)]
  const { way, bank, channel, by, address, trackingNumber, rejectedFor, ready, collectBy, reason } = order
  return [
    [w.order.appliedBy, `${t.words.channel[channel]} · ${t.words.by[by]}${reason ? ` · ${w.order.reasons[reason]}` : ''}`],
    [w.order.putRight, rejectedFor && order.state === 'rejected' ? w.order.rejectedFor[rejectedFor] : undefined],
    [w.order.way, w.order.ways[way]],
    [w.order.bank, bankName(bank)],
    [w.order.outlet, way === 'mail' ? undefined : order.outlet ? outletName ?? unread : w.order.outletLater],
    [w.order.sendTo, address && `${address.recipient} ${address.phone} · ${divisionName(address.division)} ${address.street}`],
    [w.order.trackingNumber, trackingNumber],
    [w.order.ready, ready && ('date' in ready ? ready.date : w.order.readyUnknown)],
    [w.order.collectBy, collectBy],
  ]
}

const Steps = ({ steps }: Pick<OrderOnWire, 'steps'>) => {
  const { w, dates } = useWords()
  const now = useNow()
  return <ol className="steps" aria-label={w.order.steps}>{steps.map(({ state, at }) => <li key={`${state} ${at}`}>{w.order.states[state]} <small>{dates.moment(at, now)}</small></li>)}</ol>
}

/** The order of a new card: how it came, where it goes, how far it is, and what is printed of it. */
export const OrderPanel = (props: OrderPanelProps) => {
  const { card: { cardId }, order, staffId } = props
  const { w } = useWords()
  const { reason, way, orderId, state } = order
  const lines = useLines(props)
  const goesOn = isBeforeCollection(order)
  return (
    <article className="sheet" aria-label={w.order.title}>
      <h2>{w.order.title} <span>{w.order.states[state]}</span></h2>
      <dl>{lines.filter(([, value]) => value).map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      <Steps steps={order.steps} />
      {order.photo && isPending(order) && <PhotoButton key={orderId} cardId={cardId} orderId={orderId} staffId={staffId} />}
      {goesOn && !isPending(order) && <ReceiptButton cardId={cardId} staffId={staffId} />}
      {goesOn && reason && <FormButton cardId={cardId} staffId={staffId} reason={reason} way={way} />}
    </article>
  )
}
