import { facesOf, type Face } from '@/components/face'
import type { CardOnWire, ShownOnWire } from '@/contract'
import type { Copy, Dates } from '@/copy'
import type { CardFunction } from '@/domain/words'

/** One half of a card in words: what it is, what that means, and its own clock. */
export interface SaidHalf {
  readonly face: Face
  readonly name: string
  readonly say: string
  readonly effect: string
  readonly clock: readonly string[]
}

const stopped: readonly Face[] = ['temporarilyLost', 'formallyLost']

const clockOf = (of: CardFunction, face: Face, { since, lapsesAt }: ShownOnWire, t: Copy, dates: Dates, now: number): string[] => {
  if (!stopped.includes(face)) return []
  const from = t.card.since(dates.short(since, now))
  if (lapsesAt) return [from, t.home.lapses(dates.left(Date.parse(lapsesAt) - now))]
  return of === 'socialSecurity' ? [from, t.card.untilReleased] : [from]
}

/** Both halves of a card in words, each with its own clock. */
export const halvesOf = (card: CardOnWire, t: Copy, dates: Dates, now: number): Readonly<Record<CardFunction, SaidHalf>> => {
  const faces = facesOf(card)
  const half = (of: CardFunction): SaidHalf =>
    ({ face: faces[of], name: t.words[of], ...t.plain[of][faces[of]], clock: clockOf(of, faces[of], card[of], t, dates, now) })
  return { socialSecurity: half('socialSecurity'), financial: half('financial') }
}
