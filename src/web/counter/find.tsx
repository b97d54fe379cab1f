import { useEffect, useRef, useState, type FormEvent } from 'react'
import type { DataOf, RequestOf } from '@/contract'
import { idNumberFault } from '@/domain/id-number'
import { ask, refusedBy } from './ask'
import { Field } from './field'
import { isCardNumber, plainNumber } from './numbers'
import { useWords } from './words'

export type FoundCard = DataOf<'channel/cardStatus'>['cards'][number]

interface FindProps {
  readonly staffId: string
  readonly cards: readonly FoundCard[]
  readonly chosen: FoundCard | undefined
  readonly onFound: (cards: readonly FoundCard[]) => void
  readonly onChoose: (card: FoundCard) => void
  readonly onFailed: (thrown: unknown) => void
}

/** An ID number or a card's number, whichever was typed; null for neither. A card's number of eighteen digits may read as both. */
const asksFor = (typed: string): readonly RequestOf<'channel/cardStatus'>['find'][] => {
  const text = plainNumber(typed)
  const byId = idNumberFault(text) === null ? [{ idNumber: text }] : []
  return isCardNumber(text) ? [...byId, { cardNumber: text }] : byId
}

const findBy = async (find: RequestOf<'channel/cardStatus'>['find'], id: string): Promise<readonly FoundCard[]> => {
  try {
    return (await ask('channel/cardStatus', { find, staff: { id } })).cards
  } catch (thrown) {
    if (refusedBy(thrown).code === 'notFound') return []
    throw thrown
  }
}

const firstFound = async (finds: ReturnType<typeof asksFor>, id: string): Promise<readonly FoundCard[]> => {
  for (const find of finds) {
    const cards = await findBy(find, id)
    if (cards.length > 0) return cards
  }
  return []
}

export const Find = ({ staffId, cards, chosen, onFound, onChoose, onFailed }: FindProps) => {
  const { w, t } = useWords()
  const [typed, setTyped] = useState('')
  const [note, setNote] = useState<string>()
  const [busy, setBusy] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  // the next person's number is what comes first
  useEffect(() => { if (cards.length === 0) field.current?.focus() }, [cards.length])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const finds = asksFor(typed)
    setNote(finds.length === 0 ? w.find.wrong : undefined)
    if (finds.length === 0 || busy) return
    setBusy(true)
    firstFound(finds, staffId).then((found) => {
      setNote(found.length === 0 ? w.find.none : undefined)
      onFound(found)
      if (found.length > 0) setTyped('')
    }, onFailed).finally(() => setBusy(false))
  }
  if (cards.length > 0) {
    return (
      <div className="sheet">
        {cards.map((card) => (
          <button key={card.cardId} className={card.cardId === chosen?.cardId ? 'pick on' : 'pick'} aria-pressed={card.cardId === chosen?.cardId} onClick={() => onChoose(card)}>
            <b>{card.maskedName}</b> {card.maskedNumber}
            <small>{t.badges.socialSecurity[card.socialSecurity.state]}</small>
          </button>
        ))}
        <button onClick={() => onFound([])}>{w.find.next}</button>
      </div>
    )
  }
  return (
    <form className="sheet" onSubmit={submit}>
      <h2>{w.find.title}</h2>
      <Field label={w.find.label} value={typed} onChange={setTyped} hint={w.find.hint} wrong={note} input={field} />
      <button className="main" disabled={typed.trim() === ''} aria-busy={busy}>{busy ? w.find.busy : w.find.go}</button>
    </form>
  )
}
