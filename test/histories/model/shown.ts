import { allowedActions } from '@/domain/actions'
import type { Card } from '@/domain/card'
import type { CardEvent } from '@/domain/events'
import { dueLapses, settled } from '@/domain/lapse'
import { releasableIn } from '@/domain/release'
import { ownFunction } from '@/domain/report-loss'
import { stateAt } from '@/domain/state'
import type { CardFunction } from '@/domain/words'
import type { Actor, Place, Reading } from './call'
import type { ShownReport, State } from './state'

/** A card as it was seen at a time, by whom. */
export interface Seen {
  readonly place: Place
  readonly actor: Actor
  readonly card: Card
  readonly now: number
}

/** What is told of a card: all that follows from its facts. */
export const shownCard = ({ place: { policy }, actor: { who, channel, partner }, card, now }: Seen) => {
  const { bankTold, dispute, reissue, order } = settled(card, now)
  const asked = partner ? { role: 'cardholder' as const, holderAge: who.holderAge } : who
  return {
    ...stateAt(card, now),
    bankTold: bankTold !== null,
    actions: partner?.isVisited === false ? [] : allowedActions(card, asked, channel, policy, now),
    ...(partner ? { reissueAccepted: reissue !== null, dispute: dispute ? { disputeId: dispute.id, about: dispute.about, openedAt: dispute.at } : undefined } : { order: order?.state }),
  }
}

export const shownReport = ({ place: { policy }, card }: Seen, { function: of, report, ended }: ShownReport) => ({
  receiptNumber: report.id,
  function: of,
  kind: report.kind,
  channel: report.channel,
  by: report.by,
  reportedAt: report.reportedAt,
  lapsesAt: report.kind === 'temporary' ? report.lapsesAt : undefined,
  endedAt: ended?.at,
  endedBy: ended?.how,
  releasedIn: ended || (of === 'socialSecurity' && card.reissue) ? [] : releasableIn(of, report, policy),
})

export const shownOrder = ({ order }: Card) =>
  order ? { orderId: order.id, kind: order.kind, reason: order.reason ?? undefined, way: order.way, state: order.state, rejectedFor: order.rejectedFor ?? undefined } : undefined

const openReport = (seen: Seen, of: CardFunction) => {
  const { report } = settled(seen.card, seen.now).functions[of]
  return report ? shownReport(seen, { function: of, report, ended: null }) : undefined
}

const receiptOf = (event: CardEvent): string | undefined => {
  if (event.what === 'lossReported' || event.what === 'cardImported') return event.report?.id
  return event.what === 'reportReleased' || event.what === 'reportLapsed' ? event.reportId : undefined
}

const shownEvent = (event: CardEvent) => ({
  at: event.at,
  what: event.what,
  channel: event.channel,
  by: event.by,
  receiptNumber: receiptOf(event),
  to: event.what === 'reissueMoved' ? event.to : undefined,
  outcome: event.what === 'disputeClosed' ? event.outcome : undefined,
})
const pageSize = 20

const lastDispute = ({ card: { dispute }, closed }: State) => {
  const one = dispute ?? closed
  const end = !dispute && closed ? { closedAt: closed.closedAt, outcome: closed.outcome } : {}
  return one ? { disputeId: one.id, about: one.about, openedAt: one.at, closedAt: undefined, outcome: undefined, ...end } : undefined
}

/** What a reading answers with, once it is allowed. */
export const shown = (op: Reading, state: State, seen: Seen): unknown => {
  const { card, now, actor } = seen
  const happened = [...state.log, ...dueLapses(card, now)]
  switch (op) {
    case 'card/get': return { card: shownCard(seen), report: openReport(seen, 'socialSecurity'), dispute: lastDispute(state) }
    case 'card/list': return { card: shownCard(seen) }
    case 'card/history':
    case 'channel/history': return { events: happened.reverse().slice(0, pageSize).map(shownEvent) }
    case 'reissue/order': return { card: shownCard(seen), order: shownOrder(card) }
    case 'channel/cardStatus': return { card: { ...shownCard(seen), report: openReport(seen, ownFunction(actor.channel)), order: shownOrder(card) } }
    case 'record': return { events: happened }
  }
}
