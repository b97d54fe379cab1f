import type { AcceptedReissue, Card, Dispute, FormalReport, FunctionFacts, Lives, LossReport } from './card'
import type { ReissueOrder } from './reissue/order'
import type { OrderState, RejectionReason } from './reissue/words'
import type { Author, CardFunction, DisputeOutcome, EventChannel } from './words'
import type { Instant } from './time'

interface EventFacts {
  readonly at: Instant
  readonly channel: EventChannel
  readonly by: Author
}

/** A card enters the record from the city's own file, perhaps already lost or being reissued. */
export interface CardImported extends EventFacts {
  readonly what: 'cardImported'
  readonly lives: Lives
  readonly report: FormalReport | null
  readonly reissue: AcceptedReissue | null
}
/** `replaces` names the temporary report that this formal one takes the place of (rule 3). */
export interface LossReported extends EventFacts {
  readonly what: 'lossReported'
  readonly function: CardFunction
  readonly report: LossReport
  readonly replaces: string | null
}
export interface ReportReleased extends EventFacts {
  readonly what: 'reportReleased'
  readonly function: CardFunction
  readonly reportId: string
}
export interface ReportLapsed extends EventFacts {
  readonly what: 'reportLapsed'
  readonly function: CardFunction
  readonly reportId: string
}
/** The citizen's word that the bank was told. */
export interface BankToldSaid extends EventFacts {
  readonly what: 'bankTold'
}
/** The same word taken back. */
export interface BankToldTakenBack extends EventFacts {
  readonly what: 'bankToldTakenBack'
}
/** A new card was asked for: nothing is final before that is accepted. */
export interface ReissueApplied extends EventFacts {
  readonly what: 'reissueApplied'
  readonly order: ReissueOrder
}
export interface ReissueAccepted extends EventFacts {
  readonly what: 'reissueAccepted'
  readonly reissue: AcceptedReissue
  readonly order: ReissueOrder
}
/** The order went on. With `cancelled` nothing is accepted any more. With `collected` the old card's social security function is cancelled, and the report that was open on it ends. */
export interface ReissueMoved extends EventFacts {
  readonly what: 'reissueMoved'
  readonly orderId: string
  readonly to: OrderState
  readonly rejectedFor: RejectionReason | null
  readonly endsReport: string | null
}
/** The new card is sent somewhere else; never where. */
export interface AddressChanged extends EventFacts {
  readonly what: 'addressChanged'
  readonly orderId: string
}
/** A function of a new card works from now on. */
export interface FunctionActivated extends EventFacts {
  readonly what: 'functionActivated'
  readonly function: CardFunction
}

export interface Disputed extends EventFacts {
  readonly what: 'disputed'
  readonly dispute: Dispute
}
export interface DisputeClosed extends EventFacts {
  readonly what: 'disputeClosed'
  readonly disputeId: string
  readonly outcome: DisputeOutcome
}
/** The service password of the voice line was set; never which. */
export interface PasswordSet extends EventFacts {
  readonly what: 'passwordSet'
}
/** A counter put the holder in somebody's care; never whose. */
export interface GuardianLinked extends EventFacts {
  readonly what: 'guardianLinked'
}

export type CardEvent =
  | CardImported | LossReported | ReportReleased | ReportLapsed | BankToldSaid | BankToldTakenBack
  | ReissueApplied | ReissueAccepted | ReissueMoved | AddressChanged | FunctionActivated
  | Disputed | DisputeClosed | PasswordSet | GuardianLinked
/** Any event but the first. */
export type CardChange = Exclude<CardEvent, CardImported>
export type EventName = CardEvent['what']
export const eventNames = [
  'cardImported', 'lossReported', 'reportReleased', 'reportLapsed', 'bankTold', 'bankToldTakenBack', 'reissueApplied', 'reissueAccepted', 'reissueMoved', 'addressChanged',
  'functionActivated', 'disputed', 'disputeClosed', 'passwordSet',
  'guardianLinked',
] as const satisfies readonly EventName[]

const withReport = (facts: FunctionFacts, report: LossReport | null): FunctionFacts =>
  facts.life === 'cancelled' ? facts : { ...facts, report }

const setFacts = (card: Card, name: CardFunction, facts: FunctionFacts): Card =>
  ({ ...card, functions: { ...card.functions, [name]: facts } })

const open = (card: Card, name: CardFunction, report: LossReport): Card =>
  setFacts(card, name, withReport(card.functions[name], report))

/** Ending a report uncovers the life that was there; it changes no life. */
const uncover = (card: Card, name: CardFunction, at: Instant): Card =>
  setFacts(card, name, { ...withReport(card.functions[name], null), since: at })

/** A loss that opens anew is a new matter for the bank; an upgrade of the same loss is not. */
const reported = (card: Card, event: LossReported): Card => {
  const next = open(card, event.function, event.report)
  return event.replaces || event.function === 'financial' ? next : { ...next, bankTold: null }
}

/** The old card has been replaced: its social security function is cancelled; the bank's half has its own end. */
const cancel = (card: Card, at: Instant): Card => setFacts(card, 'socialSecurity', { life: 'cancelled', since: at, report: null })

const moved = (card: Card, { to, rejectedFor, at }: ReissueMoved): Card => {
  const order = card.order && { ...card.order, state: to, movedAt: at, rejectedFor }
  if (to === 'cancelled') return { ...card, order, reissue: null }
  return to === 'collected' ? cancel({ ...card, order }, at) : { ...card, order }
}

const activate = (card: Card, { function: name, at }: FunctionActivated): Card => {
  const { report } = card.functions[name]
  return setFacts(card, name, { life: 'inUse', since: at, report })
}

const begin = (event: CardImported): Card => {
  const facts = (name: CardFunction): FunctionFacts => ({ life: event.lives[name], since: event.at, report: null })
  const functions = { socialSecurity: facts('socialSecurity'), financial: facts('financial') }
  const card: Card = { functions, reissue: event.reissue, order: null, bankTold: null, dispute: null, changedAt: event.at }
  return event.report ? open(card, 'socialSecurity', event.report) : card
}

type Reported = LossReported | ReportReleased | ReportLapsed | BankToldSaid | BankToldTakenBack | Disputed | DisputeClosed

/** What happens on the way to a new card; an address, a password or a guardian is no fact of the card. */
const ordered = (card: Card, event: Exclude<CardChange, Reported>): Card => {
  switch (event.what) {
    case 'reissueApplied': return { ...card, order: event.order }
    case 'reissueAccepted': return { ...card, reissue: event.reissue, order: event.order }
    case 'reissueMoved': return moved(card, event)
    case 'functionActivated': return activate(card, event)
    case 'addressChanged':
    case 'passwordSet':
    case 'guardianLinked': return card
  }
}

const change = (card: Card, event: CardChange): Card => {
  switch (event.what) {
    case 'lossReported': return reported(card, event)
    case 'reportReleased':
    case 'reportLapsed': return uncover(card, event.function, event.at)
    case 'bankTold': return { ...card, bankTold: { at: event.at, by: event.by } }
    case 'bankToldTakenBack': return { ...card, bankTold: null }
    case 'disputed': return { ...card, dispute: event.dispute }
    case 'disputeClosed': return { ...card, dispute: null }
    default: return ordered(card, event)
  }
}

/** The card after an event that a decision or the import made; only facts change, nothing is decided here. */
export const apply = (card: Card, event: CardChange): Card =>
  ({ ...change(card, event), changedAt: Math.max(card.changedAt, event.at) })

/** The card that its first event opened, with everything that came after. */
export const replay = (first: CardImported, rest: readonly CardChange[]): Card =>
  rest.reduce(apply, begin(first))
