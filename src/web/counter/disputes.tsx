import { ask } from './ask'
import type { FoundCard } from './find'
import { useNow } from './use-now'
import { usePages } from './use-pages'
import { useWords } from './words'

interface DisputesProps {
  readonly staffId: string
  readonly onChoose: (card: FoundCard) => void
  readonly onFailed: (thrown: unknown) => void
}

/** What waits to be closed in the city, oldest first. */
export const Disputes = ({ staffId, onChoose, onFailed }: DisputesProps) => {
  const { w, t, dates } = useWords()
  const now = useNow()
  const { pages, more, again } = usePages((cursor) => ask('channel/disputes', { staff: { id: staffId }, ...(cursor && { cursor }) }), onFailed)
  if (pages.length === 0 && !again) return null
  const disputes = pages.flatMap((page) => page.disputes)
  return (
    <div className="sheet">
      <h2>{w.disputes.title}</h2>
      {disputes.length === 0 && !again && <p className="hint">{w.disputes.none}</p>}
      {disputes.map(({ dispute, card }) => (
        <button key={dispute.disputeId} className="pick" onClick={() => onChoose(card)}>
          <b>{card.maskedName}</b> {card.maskedNumber}
          <small>{t.badges.socialSecurity[card.socialSecurity.state]} · {dates.moment(dispute.openedAt, now)}</small>
        </button>
      ))}
      {more && <button onClick={more}>{w.disputes.more}</button>}
      {again && <button onClick={again}>{w.retry}</button>}
    </div>
  )
}
