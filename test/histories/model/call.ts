import type { CardPurpose } from './purpose'
import type { CityPolicy } from '@/domain/policy'
import type { ReissueReason, ReissueWay, RejectionReason } from '@/domain/reissue'
import type { Author, Channel, Disputable, DisputeOutcome, ReissueKind, ReportKind } from '@/domain/words'
import type { Who } from '@/domain/who'

/** Whoever calls, as the rules know them. */
export interface Actor {
  /** Under whom answers are kept: an account, or a partner. */
  readonly name: string
  readonly channel: Channel
  readonly who: Who
  /** A partner: who stands behind an event where nobody stands before it, its bank, and whether anybody comes there. */
  readonly partner?: { readonly office: Author; readonly bank: string | null; readonly isVisited: boolean }
}

/** What is read of a card; `record`: all its events, as they are kept. */
export type Reading = 'card/get' | 'card/list' | 'card/history' | 'reissue/order' | 'channel/cardStatus' | 'channel/history' | 'record'

interface Checked {
  readonly check: string
}
interface OfOrder {
  readonly orderId: string
}

export type ByCitizen = { readonly key: string } & (
  | ({ readonly op: 'card/reportLoss' | 'card/releaseLoss' | 'card/setServicePassword' | 'reissue/activate' } & Checked)
  | { readonly op: 'card/bankTold'; readonly told: boolean }
  | { readonly op: 'card/dispute'; readonly about: Disputable }
  | ({ readonly op: 'reissue/apply'; readonly reason: ReissueReason; readonly way: ReissueWay } & Checked)
  | ({ readonly op: 'reissue/cancel' } & OfOrder))

/** Asked for the cardholder, but for what partners say of their own work. */
export type ByPartner = { readonly key: string } & (
  | { readonly op: 'channel/reportLoss' | 'channel/bankReported'; readonly kind?: ReportKind }
  | { readonly op: 'channel/releaseLoss' | 'channel/bankReleased' | 'channel/activate' | 'channel/bankActivated' }
  | { readonly op: 'channel/acceptReissue'; readonly kind: ReissueKind; readonly isThere: boolean }
  | { readonly op: 'channel/closeDispute'; readonly disputeId: string; readonly outcome: DisputeOutcome }
  | ({ readonly op: 'channel/rejectReissue'; readonly rejectedFor: RejectionReason } & OfOrder)
  | ({ readonly op: 'channel/moveOrder'; readonly move: 'produce' | 'makeReady' | 'mail' | 'sendBack' } & OfOrder)
  | ({ readonly op: 'channel/collect' } & OfOrder))

/** What is to be done to a card. */
export type Change = ByCitizen | ByPartner

export type Ask =
  | { readonly op: Reading }
  | { readonly op: 'session/beginVerification'; readonly purpose: CardPurpose }
  | Change

/** A good answer's data, or the code of an error; null where none came, or one that leaves open what was done. */
export type Answer = { readonly data: unknown } | { readonly code: string; readonly where?: readonly Channel[] } | null

/** One call of a card's history, with when it was made and when it was answered (ms). */
export interface Call {
  readonly id: number
  readonly actor: Actor
  readonly ask: Ask
  readonly invoked: number
  /** `Infinity` for a call whose answer is not known: it may take effect at any time, or never. */
  readonly answered: number
  readonly answer: Answer
}

/** What was to be had of an identity check once it was over: whose it is, what for, whether it was passed. */
export interface Check {
  readonly by: string
  readonly purpose: CardPurpose
  readonly passed: boolean
}

/** What never changes of a card while it is looked at. */
export interface Place {
  readonly policy: CityPolicy
  readonly issuingBank: string
  readonly checks: Readonly<Record<string, Check>>
  /** Keys and checks that come more than once: of all others nothing has to be remembered. */
  readonly again: ReadonlySet<string>
}

export const isChange = (ask: Ask): ask is Change => 'key' in ask
