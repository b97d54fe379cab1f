import { useRef, useState } from 'react'
import type { StaffOnWire } from '@/contract/counter'
import { refusedBy, type Refused } from './ask'
import { CardPanel } from './card-panel'
import { Disputes } from './disputes'
import { Find, type FoundCard } from './find'
import { useGone } from './gone'
import { Head } from './head'
import { History } from './history'
import { OrderPanel } from './order-panel'
import { Orders } from './orders'
import { sayRefusal } from './say'
import { cardNow } from './send-task'
import { Slip, type Done } from './slip'
import { TaskPanel } from './task-panel'
import { useWords } from './words'

interface DeskProps {
  readonly member: StaffOnWire
  readonly onLeave: () => void
}

/** The card that staff work on, and what was done to it last. */
const useWork = (staffId: string) => {
  const gone = useGone()
  const [cards, setCards] = useState<readonly FoundCard[]>([])
  const [chosen, setChosen] = useState<FoundCard>()
  const [done, setDone] = useState<Done>()
  const [refused, setRefused] = useState<Refused>()
  const fail = (thrown: unknown) => {
    const failure = refusedBy(thrown).asReading()
    return failure.code === 'notSignedIn' ? gone() : setRefused(failure)
  }
  const choose = (card: FoundCard | undefined) => {
    setDone(undefined)
    setChosen(card)
  }
  const show = (found: readonly FoundCard[]) => {
    setRefused(undefined)
    setCards(found)
    choose(found.length === 1 ? found[0] : undefined)
  }
  const renew = (card: FoundCard) => {
    setChosen(card)
    setCards((before) => before.map((one) => (one.cardId === card.cardId ? card : one)))
  }
  const finish = (result: Done) => {
    setRefused(undefined)
    setDone(result)
    renew(result.card)
  }
  const open = (cardId: string) => cardNow(cardId, staffId).then((card) => show(card ? [card] : []), fail)
  return { cards, chosen, done, refused, fail, choose, show, renew, finish, open, goOn: () => setDone(undefined) }
}

type Work = ReturnType<typeof useWork>

/** Whom it is about, or what waits. */
const Left = ({ work, staffId, show }: { readonly work: Work; readonly staffId: string; readonly show: (found: readonly FoundCard[]) => void }) => {
  const { cards, chosen, choose, fail } = work
  const waiting = { staffId, onChoose: (card: FoundCard) => show([card]), onFailed: fail }
  return (
    <>
      <Find cards={cards} chosen={chosen} onFound={show} onChoose={choose} onFailed={fail} staffId={staffId} />
      {cards.length === 0 && <Orders {...waiting} />}
      {cards.length === 0 && <Disputes {...waiting} />}
    </>
  )
}

/** What the card is, its order, and what happened to it. */
const Middle = ({ work: { cards, chosen, done, refused, fail }, staffId }: { readonly work: Work; readonly staffId: string }) => {
  const spoken = useWords()
  return (
    <>
      {refused && <p className="bad" role="alert">{sayRefusal(refused, spoken)}</p>}
      {cards.length > 1 && !chosen && <p className="hint">{spoken.w.find.which}</p>}
      {chosen && <CardPanel card={chosen} />}
      {chosen?.order && <OrderPanel key={chosen.order.orderId} card={chosen} order={chosen.order} staffId={staffId} />}
      {chosen && <History key={`${chosen.cardId} ${done?.at ?? ''}`} cardId={chosen.cardId} staffId={staffId} onFailed={fail} />}
    </>
  )
}

/** The counter: whom it is about, what the card is, what can be done. Nothing of a citizen outlives the next one. */
export const Desk = ({ member, onLeave }: DeskProps) => {
  const { w } = useWords()
  const { staffId } = member
  const work = useWork(staffId)
  const { chosen, done } = work
  const [middle, right] = [useRef<HTMLElement>(null), useRef<HTMLElement>(null)]
  const show = (found: readonly FoundCard[]) => {
    work.show(found)
    if (found.length > 0) middle.current?.focus()
  }
  // what was in focus is gone with what was done
  const thenFocus = <Values extends readonly unknown[]>(act: (...values: Values) => void) => (...values: Values) => {
    act(...values)
    right.current?.focus()
  }
  return (
    <div className="desk">
      <Head member={member} onLeave={onLeave} />
      <div className="columns">
        <section className="left" aria-label={w.find.title}><Left work={work} staffId={staffId} show={show} /></section>
        <main className="middle" ref={middle} tabIndex={-1}><Middle work={work} staffId={staffId} /></main>
        <section className="right" ref={right} tabIndex={-1} aria-label={w.act.title}>
          {done && <Slip done={done} member={member} onNext={thenFocus(work.goOn)} onNewCard={thenFocus((cardId: string) => void work.open(cardId))} />}
          {chosen && !done && <TaskPanel key={chosen.cardId} card={chosen} member={member} onDone={thenFocus(work.finish)} onChanged={work.renew} />}
        </section>
      </div>
    </div>
  )
}
