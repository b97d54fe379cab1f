import type { ReissueOrder } from './reissue/order'
import type { Author, CardFunction, Channel, Disputable, Life, ReissueKind, ReportableLife } from './words'
import type { Instant } from './time'

interface ReportFacts {
  readonly id: string
  readonly channel: Channel
  readonly by: Author
  readonly reportedAt: Instant
  /** The outlet's or machine's id where it was made in person; null elsewhere. */
  readonly outlet: string | null
  /** The channel whose release rule holds: where it was made, or the stricter one it took over from (rule 3). */
  readonly releasedLike: Channel
}

/** 临时挂失: at `lapsesAt` and after it reads as released, whether or not anything has run. */
export interface TemporaryReport extends ReportFacts {
  readonly kind: 'temporary'
  readonly lapsesAt: Instant
}

/** 正式挂失: no end of its own. */
export interface FormalReport extends ReportFacts {
  readonly kind: 'formal'
}

export type LossReport = TemporaryReport | FormalReport

/**
 * One function's facts; `since` is when it last came to read as its life. A cancelled function has no report to be open: it
 * cannot be written.
 */
export type FunctionFacts =
  | { readonly life: ReportableLife; readonly since: Instant; readonly report: LossReport | null }
  | { readonly life: 'cancelled'; readonly since: Instant; readonly report: null }

/** An accepted reissue, as far as it blocks a release and is shown. */
export interface AcceptedReissue {
  readonly kind: ReissueKind
  /** A lost card's reissue always stops the old card; an exchange does so where the city's policy says. */
  readonly stopsOldCard: boolean
  readonly acceptedAt: Instant
  readonly channel: Channel
}

/** What the citizen says about the bank; the bank's own word is a report on the financial function. */
export interface BankTold {
  readonly at: Instant
  readonly by: Author
}

/** 异议: somebody says that what was done to the card was not them. While it is open, nothing is released and nothing reissued. */
export interface Dispute {
  readonly id: string
  readonly about: Disputable
  readonly at: Instant
  readonly by: Author
}

/** A card: facts only. What is shown is computed from them and the time. */
export interface Card {
  readonly functions: Readonly<Record<CardFunction, FunctionFacts>>
  readonly reissue: AcceptedReissue | null
  /** The last order of a new card, whatever became of it. */
  readonly order: ReissueOrder | null
  readonly bankTold: BankTold | null
  readonly dispute: Dispute | null
  /** The time of the newest event; event times of one card never go backwards. */
  readonly changedAt: Instant
}

/** The lives a card's two functions begin with. */
export type Lives = Readonly<Record<CardFunction, Life>>
