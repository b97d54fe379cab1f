import type { CardFunction } from '@/domain/words'
import type { FoundCard } from './find'
import { useNow } from './use-now'
import { useWords } from './words'

const Half = ({ card, of }: { readonly card: FoundCard; readonly of: CardFunction }) => {
  const { w, t, dates } = useWords()
  const now = useNow()
  const { state, since, lapsesAt } = card[of]
  return (
    <div className={`half ${state}`}>
      <h3>{t.words[of]}</h3>
      <p className="state">{t.badges[of][state]}</p>
      <p>{w.card.since} {dates.moment(since, now)}</p>
      {lapsesAt && <p>{w.card.until} {dates.moment(lapsesAt, now)}</p>}
    </div>
  )
}

/** A card as staff see it: masked, both halves with their own clocks. */
export const CardPanel = ({ card }: { readonly card: FoundCard }) => {
  const { w, t } = useWords()
  const { report } = card
  return (
    <article className="sheet card" aria-label={w.card.of(card.maskedName)}>
      <h2>{card.maskedName} <span>{card.maskedNumber}</span></h2>
      <div className="halves">
        <Half card={card} of="socialSecurity" />
        <Half card={card} of="financial" />
      </div>
      {report && !report.endedAt && <p>{w.card.report} {report.receiptNumber} · {t.words.channel[report.channel]} · {t.words.by[report.by]}</p>}
      {card.dispute && <p className="todo">{w.card.disputed}</p>}
    </article>
  )
}
