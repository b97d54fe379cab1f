import { useCallback, useEffect, useState } from 'react'
import type { DataOf } from '@/contract'
import { ask } from './ask'
import type { FoundCard } from './find'
import { useNow } from './use-now'
import { useWords } from './words'

type Page = DataOf<'channel/disputes'>

interface DisputesProps {
  readonly staffId: string
  readonly onChoose: (card: FoundCard) => void
  readonly onFailed: (thrown: unknown) => void
}

/** What waits to be closed in the city, oldest first. */
export const Disputes = ({ staffId, onChoose, onFailed }: DisputesProps) => {
  const { w, t, dates } = useWords()
  const now = useNow()
  const [page, setPage] = useState<Page>()
  const load = useCallback((before?: Page) => {
    ask('channel/disputes', { staff: { id: staffId }, ...(before?.cursor && { cursor: before.cursor }) })
      .then((next) => setPage({ ...next, disputes: [...(before?.disputes ?? []), ...next.disputes] }), onFailed)
    // what fails is told to whoever is there now
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [staffId])
  useEffect(() => load(), [load])
  if (!page) return null
  return (
    <div className="sheet">
      <h2>{w.disputes.title}</h2>
      {page.disputes.length === 0 && <p className="hint">{w.disputes.none}</p>}
      {page.disputes.map(({ dispute, card }) => (
        <button key={dispute.disputeId} className="pick" onClick={() => onChoose(card)}>
          <b>{card.maskedName}</b> {card.maskedNumber}
          <small>{t.badges.socialSecurity[card.socialSecurity.state]} · {dates.moment(dispute.openedAt, now)}</small>
        </button>
      ))}
      {page.cursor && <button className="second" onClick={() => load(page)}>{w.disputes.more}</button>}
    </div>
  )
}
