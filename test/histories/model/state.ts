import type { Card, Dispute, LossReport } from '@/domain/card'
import { endingOf, type ReportEnding } from '@/domain/ending'
import { apply, replay, type CardChange, type CardEvent } from '@/domain/events'
import { cardFunctions, type CardFunction, type DisputeOutcome } from '@/domain/words'

export interface ShownReport {
  readonly function: CardFunction
  readonly report: LossReport
  readonly ended: { readonly at: number; readonly how: ReportEnding } | null
}

/** What was answered under a key, and for which request. */
export interface Kept {
  readonly content: string
  readonly already: boolean
  readonly card: Card
  readonly report: ShownReport | null
  readonly now: number
}

/** Everything an answer can depend on. Plain data: its text tells two states apart. Written by `with…` alone, never in place. */
export interface State {
  readonly card: Card
  /** Everything that happened, oldest first. */
  readonly log: readonly CardEvent[]
  /** The last report of each function that has ended. */
  readonly ended: Readonly<Partial<Record<CardFunction, ShownReport>>>
  readonly closed: (Dispute & { readonly closedAt: number; readonly outcome: DisputeOutcome }) | null
  /** The report that was open when the dispute was opened. */
  readonly disputedReport: string | null
  /** The account that made a report, and how many false ones an account has made. */
  readonly madeBy: Readonly<Record<string, string>>
  readonly falseReports: Readonly<Record<string, number>>
  readonly numberKnown: boolean
  readonly kept: Readonly<Record<string, Kept>>
  readonly used: readonly string[]
}

const withEnding = (state: State, event: CardChange): State => {
  const ending = endingOf(event)
  if (!ending) return state
  const of = cardFunctions.find((name) => state.card.functions[name].report?.id === ending.reportId)
  const report = of && state.card.functions[of].report
  return of && report ? { ...state, ended: { ...state.ended, [of]: { function: of, report, ended: { at: event.at, how: ending.how } } } } : state
}

const withClosing = (state: State, event: CardChange): State => {
  const { card: { dispute }, disputedReport, madeBy, falseReports } = state
  if (event.what !== 'disputeClosed' || !dispute) return state
  const account = event.outcome === 'upheld' && dispute.about === 'lossReported' && disputedReport !== null ? madeBy[disputedReport] : undefined
  const closed = { ...dispute, closedAt: event.at, outcome: event.outcome }
  return { ...state, closed, ...(account !== undefined && { falseReports: { ...falseReports, [account]: (falseReports[account] ?? 0) + 1 } }) }
}

/** The state after an event. `account`: by which account a citizen's report was made. */
const withEvent = (state: State, event: CardChange, account: string | null): State => {
  const before = withClosing(withEnding(state, event), event)
  const card = apply(before.card, event)
  return {
    ...before,
    card,
    log: [...before.log, event],
    // a number belongs to its order
    numberKnown: before.numberKnown && card.order?.id === before.card.order?.id,
    ...(event.what === 'disputed' && { disputedReport: card.functions.socialSecurity.report?.id ?? null }),
    ...(event.what === 'lossReported' && account !== null && { madeBy: { ...before.madeBy, [event.report.id]: account } }),
  }
}

export const withEvents = (state: State, events: readonly CardChange[], account: string | null): State =>
  events.reduce((before, event) => withEvent(before, event, account), state)

/** A card as its events have left it. */
export const begin = ([first, ...rest]: readonly CardEvent[]): State => {
  if (first?.what !== 'cardImported') throw new TypeError('a card begins with its import')
  const state: State = {
    card: replay(first, []), log: [first], ended: {}, closed: null, disputedReport: null, madeBy: {}, falseReports: {}, numberKnown: false, kept: {}, used: [],
  }
  return withEvents(state, rest.filter((event) => event.what !== 'cardImported'), null)
}
