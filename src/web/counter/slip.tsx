import type { StaffOnWire } from '@/contract/counter'
import type { ReportOnWire } from '@/contract/shapes'
import type { FoundCard } from './find'
import { ReceiptButton } from './receipt-button'
import type { TaskName } from './tasks'
import { useWords } from './words'

/** What was done, when (ms) as the counter's clock says, and the card right after. */
export interface Done {
  readonly task: TaskName
  readonly result: 'done' | 'already'
  readonly card: FoundCard
  readonly at: number
  readonly report?: ReportOnWire
}

interface SlipProps {
  readonly done: Done
  readonly member: StaffOnWire
  readonly onNext: () => void
  /** The new card, once it was handed over. */
  readonly onNewCard: (cardId: string) => void
}

/** The acknowledgement that is handed out: masked, so that it may be lost as well. */
export const Slip = ({ done: { task, result, card, at, report }, member, onNext, onNewCard }: SlipProps) => {
  const { w, t, dates } = useWords()
  const { order } = card
  const isReport = task === 'reportLoss' && report
  const lines: readonly (readonly [string, string])[] = [
    [w.slip.what, w.tasks[task]],
    [w.slip.card, `${card.maskedName} ${card.maskedNumber}`],
    [t.words.socialSecurity, t.badges.socialSecurity[card.socialSecurity.state]],
    ...(order ? [[w.order.title, w.order.states[order.state]]] as const : []),
    [w.slip.at, dates.dated(at)],
    [w.slip.outlet, member.outletName ?? member.outletId],
    [w.slip.staff, member.staffId],
    ...(isReport ? [[w.slip.receipt, report.receiptNumber], [w.slip.released, t.words.list(report.releasedIn.map((channel) => t.words.channel[channel]))]] as const : []),
    ...(isReport && report.lapsesAt ? [[w.slip.lapses, dates.dated(report.lapsesAt)]] as const : []),
  ]
  return (
    <div className="sheet slip" role="status">
      <h2>{w.slip.title}</h2>
      <p className="good">{w.slip[result]}</p>
      <dl>{lines.map(([label, value]) => <div key={label}><dt>{label}</dt><dd>{value}</dd></div>)}</dl>
      {task === 'acceptReissue' && <ReceiptButton cardId={card.cardId} staffId={member.staffId} />}
      {(task === 'collect' || task === 'deliver') && order?.newCardId && <button className="main" onClick={() => onNewCard(order.newCardId ?? '')}>{w.order.toNewCard}</button>}
      <button className="main" onClick={() => window.print()}>{w.slip.print}</button>
      <button onClick={onNext}>{w.slip.next}</button>
    </div>
  )
}
