import type { HistoryEventOnWire } from '@/contract/shapes'
import { ask } from './ask'
import { useNow } from './use-now'
import { usePages } from './use-pages'
import { useWords } from './words'

interface HistoryProps {
  readonly cardId: string
  readonly staffId: string
  readonly onFailed: (thrown: unknown) => void
}

const Row = ({ event }: { readonly event: HistoryEventOnWire }) => {
  const { t, dates } = useWords()
  const now = useNow()
  const { what, kind = 'formal', function: of, outcome = 'dismissed' } = event
  const { what: names } = t.history
  const ofBank = of === 'financial'
  const said = (): string => {
    if (what === 'lossReported') return (ofBank ? names.lossReportedBank : names.lossReported)[kind]
    if (what === 'functionActivated') return names.functionActivated[of ?? 'socialSecurity']
    if (what === 'disputeClosed') return names.disputeClosed[outcome]
    if (what === 'reportReleased') return ofBank ? names.reportReleasedBank : names.reportReleased
    return what === 'reportLapsed' && ofBank ? names.reportLapsedBank : names[what]
  }
  return (
    <tr>
      <td>{dates.moment(event.at, now)}</td>
      <td>{said()}</td>
      <td>{event.partner ?? t.words.channel[event.channel]}</td>
      <td>{event.actor ? t.words.actor(event.actor, t.words.by[event.by]) : t.words.by[event.by]}</td>
    </tr>
  )
}

/** What happened to the card, from every door. */
export const History = ({ cardId, staffId, onFailed }: HistoryProps) => {
  const { w } = useWords()
  const { pages, more, again } = usePages((cursor) => ask('channel/history', { card: { cardId }, staff: { id: staffId }, ...(cursor && { cursor }) }), onFailed)
  if (pages.length === 0) return again ? <button onClick={again}>{w.retry}</button> : null
  const events = pages.flatMap((page) => page.events)
  return (
    <section className="sheet">
      <h2>{w.history.title}</h2>
      <table>
        <thead><tr><th>{w.history.when}</th><th>{w.history.what}</th><th>{w.history.where}</th><th>{w.history.who}</th></tr></thead>
        <tbody>{events.map((event, index) => <Row key={index} event={event} />)}</tbody>
      </table>
      {more && <button onClick={more}>{w.history.more}</button>}
      {again && <button onClick={again}>{w.retry}</button>}
      <p className="hint">{w.history.note}</p>
    </section>
  )
}
