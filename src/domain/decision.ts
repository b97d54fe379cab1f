import type { Card } from './card'
import { apply, type CardChange } from './events'
import { dueLapses } from './lapse'
import type { Channel } from './words'
import type { Instant } from './time'

export const refusalCodes = [
  'cardCancelled',
  'reportNotMadeHere',
  'kindNotMadeHere',
  'releasedElsewhere',
  'neverReleased',
  'reissueAlreadyAccepted',
  'reissueNeedsReport',
  'nothingReported',
  'minorNeedsGuardian',
  'guardianOfAdult',
  'proxyInPersonOnly',
  'guardianConsentNeeded',
  'notGranted',
  'holderOnly',
  'tooManyDependants',
  'disputeOpen',
  'nothingToDispute',
  'papersMissing',
  'notThisBank',
  'barred',
  'passwordTooSimple',
] as const
/** Why a rule says no. Each has a sentence on screen that says what to do instead. */
export type RefusalCode = (typeof refusalCodes)[number]
const codes: readonly string[] = refusalCodes
export const isRefusal = (code: string): code is RefusalCode => codes.includes(code)

/** `where`: the channels in which it can be done instead, where the rule knows them. */
export interface Refusal {
  readonly code: RefusalCode
  readonly where?: readonly Channel[]
}

/** What a rule says: a change as events, that it is so already, or why not. */
export type Decision =
  | { readonly outcome: 'change'; readonly events: readonly [CardChange, ...CardChange[]] }
  | { readonly outcome: 'already' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal }

export const already: Decision = { outcome: 'already' }

export const refuse = (code: RefusalCode, where?: readonly Channel[]): Decision =>
  ({ outcome: 'refused', refusal: where ? { code, where } : { code } })

/** Event times of one card never go backwards, whatever the clock does. */
export const eventTime = (card: Card, now: Instant): Instant => Math.max(card.changedAt, now)

/** A change with the lapses that are due before it: they are written down first. */
export const changed = (card: Card, now: Instant, first: CardChange, ...rest: CardChange[]): Decision => {
  const [lapse, ...lapses] = dueLapses(card, now)
  return { outcome: 'change', events: lapse ? [lapse, ...lapses, first, ...rest] : [first, ...rest] }
}

/** The card after a decision; a refusal, or what is so already, changes nothing. */
export const cardAfter = (card: Card, decision: Decision): Card =>
  decision.outcome === 'change' ? decision.events.reduce(apply, card) : card
