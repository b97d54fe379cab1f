import type { Card } from '@/domain/card'
import { cardAfter, type Decision } from '@/domain/decision'
import type { CardChange, CardImported } from '@/domain/events'
import { frozen } from './freeze'
import { monday } from './time'

/** A card enters the record on `monday`, in use. */
export const imported = (over: Partial<CardImported> = {}): CardImported =>
  frozen({
    at: monday,
    channel: 'system',
    by: 'system',
    lives: { socialSecurity: 'inUse', financial: 'inUse' },
    report: null,
    reissue: null,
    ...over,
    what: 'cardImported',
  })

/** The events of a decision that must be a change. */
export const eventsOf = (decision: Decision): readonly CardChange[] => {
  if (decision.outcome !== 'change') throw new Error(`expected a change, got ${JSON.stringify(decision)}`)
  return decision.events
}

/** The card after a decision that must be a change. */
export const after = (card: Card, decision: Decision): Card => {
  eventsOf(decision)
  return frozen(cardAfter(card, decision))
}

/** A decision in a word: `change`, `already`, or the refusal's code with the channels it names. */
export const inAWord = (decision: Decision): string => {
  if (decision.outcome !== 'refused') return decision.outcome
  const { code, where } = decision.refusal
  return where ? `${code}: ${[...where].sort().join(' ')}` : code
}
