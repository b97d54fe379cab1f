import type { CardOnWire } from '@/contract'
import type { Copy, Dates } from '@/copy'
import { stepOf } from './actions'

export interface Statement {
  readonly words: string
  readonly second: string
}

/** The card's state as a sentence one can read aloud, and the line under it. Times in ms. */
export const statementOf = (card: CardOnWire, t: Copy, dates: Dates, now: number, checkedAt: number): Statement => {
  const { state, since, lapsesAt } = card.socialSecurity
  const seconds: Record<typeof state, string> = {
    inUse: t.home.checked(dates.moment(checkedAt, now)),
    temporarilyLost: lapsesAt ? t.home.lapses(dates.left(Date.parse(lapsesAt) - now)) : t.home.since(dates.short(since, now)),
    formallyLost: t.home.since(dates.short(since, now)),
    notActivated: t.home.notActivated,
    locked: t.home.locked,
    beingReissued: t.home.beingReissued,
    cancelled: t.home.cancelled,
  }
  // a report that will end is more pressing than how far a new card is
  const step = lapsesAt ? undefined : stepOf(card, t)
  return { words: t.home.state[state](t.words.whose[card.holder.relation]), second: step ?? seconds[state] }
}
