import { useState } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { ask, refusedBy, type Refused } from './ask'
import { CardPanel } from './card-panel'
import { Disputes } from './disputes'
import { Find, type FoundCard } from './find'
import { History } from './history'
import { Orders } from './orders'
import { sayRefusal } from './say'
import { Slip, type Done } from './slip'
import { TaskPanel } from './task-panel'
import { useNow } from './use-now'
import { useWords } from './words'

interface DeskProps {
  readonly member: StaffOnWire
  readonly onLeave: () => void
  /** The session has ended by itself. */
  readonly onGone: () => void
}

const Head = ({ member, onLeave }: Omit<DeskProps, 'onGone'>) => {
  const { w, dates, change } = useWords()
  const now = useNow()
  return (
    <header className="head">
      <h1>{w.title}</h1>
      <p>{member.outletName ?? member.outletId} · {w.signIn.staffId} {member.staffId}</p>
      <p className="clock">{dates.exact(now)}</p>
      <button className="plain" onClick={change}>{w.other}</button>
      <button className="plain" onClick={onLeave}>{w.leave}</button>
    </header>
  )
}

/** The counter: whom it is about, what the card is, what can be done. Nothing of a citizen outlives the next one. */
export const Desk = ({ member, onLeave, onGone }: DeskProps) => {
  const spoken = useWords()
  const [cards, setCards] = useState<readonly FoundCard[]>([])
  const [chosen, setChosen] = useState<FoundCard>()
  const [done, setDone] = useState<Done>()
  const [refused, setRefused] = useState<Refused>()
  const fail = (thrown: unknown) => {
    const failure = refusedBy(thrown)
    if (failure.code === 'notSignedIn') return onGone()
    return setRefused(failure)
  }
  const show = (found: readonly FoundCard[]) => {
    setRefused(undefined)
    setDone(undefined)
    setCards(found)
    setChosen(found.length === 1 ? found[0] : undefined)
  }
  const openCard = (cardId: string) => ask('channel/cardStatus', { find: { cardId }, staff: { id: member.staffId } }).then(({ cards: found }) => show(found), fail)
  const finish = (result: Done) => {
    setDone(result)
    setChosen(result.card)
    setCards((before) => before.map((one) => (one.cardId === result.card.cardId ? result.card : one)))
  }
  return (
    <div className="desk">
      <Head member={member} onLeave={onLeave} />
      <div className="columns">
        <section className="left">
          <Find cards={cards} chosen={chosen} onFound={show} onChoose={setChosen} onFailed={fail} staffId={member.staffId} />
          {cards.length === 0 && <Orders staffId={member.staffId} onChoose={(card) => show([card])} onFailed={fail} />}
          {cards.length === 0 && <Disputes staffId={member.staffId} onChoose={(card) => show([card])} onFailed={fail} />}
        </section>
        <main className="middle">
          {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
          {chosen && <CardPanel card={chosen} />}
          {chosen && <History key={`${chosen.cardId} ${done?.at ?? ''}`} cardId={chosen.cardId} staffId={member.staffId} onFailed={fail} />}
        </main>
        <section className="right" aria-live="polite">
          {done && <Slip done={done} member={member} onNext={() => setDone(undefined)} onNewCard={(cardId) => void openCard(cardId)} />}
          {chosen && !done && <TaskPanel key={chosen.cardId} card={chosen} member={member} onDone={finish} onGone={onGone} />}
        </section>
      </div>
    </div>
  )
}
