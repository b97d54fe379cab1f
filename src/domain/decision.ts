import type { Card } from './card'
import { apply, type CardChange } from './events'
import { dueLapses } from './lapse'
import type { Channel } from './words'
import type { Instant } from './time'

export const cardRefusals = [
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
  'formalOnlyWithReissue',
] as const
/** Why a rule about a card as it is says no. */
export type CardRefusal = (typeof cardRefusals)[number]

export const reissueRefusals = [
  'orderOpen',
  'reissueLimit',
  'cancelAtAgencyFirst',
  'wayNotOffered',
  'bankNotOffered',
  'addressNeeded',
  'photoNeeded',
  'noOrder',
  'orderElsewhere',
  'notMovedHere',
  'notByMail',
  'newCardUnknown',
  'cardLocked',
  'lossReportedHere',
  'activatedElsewhere',
] as const
/** Why a rule about the way to a new card says no. */
export type ReissueRefusal = (typeof reissueRefusals)[number]

export const refusalCodes = [...cardRefusals, ...reissueRefusals] as const
/** Why a rule says no. Each has a sentence on screen that says what to do instead. */
export type RefusalCode = (typeof refusalCodes)[number]
const ofCards: readonly string[] = cardRefusals
export const isCardRefusal = (code: string): code is CardRefusal => ofCards.includes(code)
const ofReissue: readonly string[] = reissueRefusals
export const isReissueRefusal = (code: string): code is ReissueRefusal => ofReissue.includes(code)

/** `where`: the channels in which it can be done instead, where the rule knows them. */
export interface Refusal<Code extends RefusalCode = RefusalCode> {
  readonly code: Code
  readonly where?: readonly Channel[]
}

/** What a rule says: a change as events, that it is so already, or why not. */
export type Decision<Code extends RefusalCode = RefusalCode> =
  | { readonly outcome: 'change'; readonly events: readonly [CardChange, ...CardChange[]] }
  | { readonly outcome: 'already' }
  | { readonly outcome: 'refused'; readonly refusal: Refusal<Code> }

export const already: Decision<never> = { outcome: 'already' }

export const refuse = <Code extends RefusalCode>(code: Code, where?: readonly Channel[]): Decision<Code> =>
  ({ outcome: 'refused', refusal: where ? { code, where } : { code } })

/** Event times of one card never go backwards, whatever the clock does. */
export const eventTime = (card: Card, now: Instant): Instant => Math.max(card.changedAt, now)

/** A change with the lapses that are due before it: they are written down first. */
export const changed = (card: Card, now: Instant, first: CardChange, ...rest: CardChange[]): Decision<never> => {
  const [lapse, ...lapses] = dueLapses(card, now)
  return { outcome: 'change', events: lapse ? [lapse, ...lapses, first, ...rest] : [first, ...rest] }
}

/** The card after a decision; a refusal, or what is so already, changes nothing. */
export const cardAfter = (card: Card, decision: Decision): Card =>
  decision.outcome === 'change' ? decision.events.reduce(apply, card) : card
