import type { BankOnWire, CardOnWire, DisputeOnWire, HistoryEventOnWire, ReportOnWire, ShownOnWire } from '@/contract'
import { allowedActions, type ActionState } from '@/domain/actions'
import type { CardEvent } from '@/domain/events'
import { banks } from '@/domain/policies/banks'
import type { Bank } from '@/domain/policy'
import { releasableIn } from '@/domain/release'
import { stateAt, type Shown } from '@/domain/state'
import { settled } from '@/domain/lapse'
import { toIso } from '@/domain/time'
import type { Channel } from '@/domain/words'
import { policyFor, whoOf, type ActedEvent, type CardView, type DisputeView, type ReportView } from '../repository'
import { maskedName, maskedNumber } from '../runtime/mask'

export const shownOnWire = ({ state, since, lapsesAt }: Shown): ShownOnWire =>
  ({ state, since: toIso(since), ...(lapsesAt !== undefined && { lapsesAt: toIso(lapsesAt) }) })

export const actionOnWire = (state: ActionState): CardOnWire['actions'][number] =>
  state.allowed
    ? { action: state.action, allowed: true }
    : { action: state.action, allowed: false, reason: state.reason, ...(state.where && { where: [...state.where] }) }

/** A card as the person who asks sees it in this channel: masked, with what can be done and why not. */
export const cardOnWire = (view: CardView, channel: Channel): CardOnWire => {
  const { card, now, holder } = view
  const shown = stateAt(card, now)
  return {
    cardId: view.cardKey,
    maskedNumber: maskedNumber(view.number),
    holder: { relation: holder.relation, maskedName: maskedName(holder.name) },
    city: view.city,
    issuingBank: view.issuingBank,
    socialSecurity: shownOnWire(shown.socialSecurity),
    financial: shownOnWire(shown.financial),
    bankTold: settled(card, now).bankTold !== null,
    actions: allowedActions(card, whoOf(view), channel, policyFor(view), now).map(actionOnWire),
    ...(card.order && { order: card.order.state }),
  }
}

/** A report ends no more where it has ended, nor once a reissue has made it final (rule 11). */
const releasedIn = (view: CardView, { function: of, report, ended }: ReportView): Channel[] =>
  ended || (of === 'socialSecurity' && view.card.reissue) ? [] : [...releasableIn(of, report, policyFor(view))]

/** A card's report with its receipt, who made it where it was not the cardholder, and the channels that release it. */
export const reportOnWire = (view: CardView, concerned: ReportView, actorName: string | null): ReportOnWire => {
  const { function: of, report, ended } = concerned
  return {
    receiptNumber: report.id,
    function: of,
    kind: report.kind,
    channel: report.channel,
    by: report.by,
    ...(actorName !== null && { actor: maskedName(actorName) }),
    reportedAt: toIso(report.reportedAt),
    ...(report.kind === 'temporary' && { lapsesAt: toIso(report.lapsesAt) }),
    ...(ended && { endedAt: toIso(ended.at), endedBy: ended.how }),
    releasedIn: releasedIn(view, concerned),
  }
}

const knownBanks: Readonly<Partial<Record<string, Bank>>> = banks

/** A card's own bank; one that is not among those known here has its code for a name, and no hotline. */
export const bankOnWire = (code: string): BankOnWire => {
  const bank = knownBanks[code]
  return bank
    ? { code, name: bank.name.zh, nameEn: bank.name.en, hotline: bank.hotline, verified: bank.verified }
    : { code, name: code, nameEn: code, hotline: '', verified: false }
}

const reportOfEvent = (event: CardEvent): Pick<HistoryEventOnWire, 'function' | 'kind' | 'receiptNumber'> => {
  switch (event.what) {
    case 'functionActivated': return { function: event.function }
    case 'lossReported': return { function: event.function, kind: event.report.kind, receiptNumber: event.report.id }
    case 'reportReleased': return { function: event.function, receiptNumber: event.reportId }
    case 'reportLapsed': return { function: event.function, kind: 'temporary', receiptNumber: event.reportId }
    case 'cardImported': return event.report ? { function: 'socialSecurity', kind: event.report.kind, receiptNumber: event.report.id } : {}
    default: return {}
  }
}

/** “It wasn't me”, and when and how it ended, if it has. */
export const disputeOnWire = ({ id, about, at, closed }: Pick<DisputeView, 'id' | 'about' | 'at'> & Partial<DisputeView>): DisputeOnWire =>
  ({ disputeId: id, about, openedAt: toIso(at), ...(closed && { closedAt: toIso(closed.at), outcome: closed.outcome }) })

/** An event as the holder reads it in the history. */
export const eventOnWire = ({ event, actorName, partner }: ActedEvent): HistoryEventOnWire => ({
  at: toIso(event.at),
  what: event.what,
  channel: event.channel,
  by: event.by,
  ...(actorName !== null && event.by !== 'cardholder' && { actor: maskedName(actorName) }),
  ...reportOfEvent(event),
  ...(event.what === 'disputeClosed' && { outcome: event.outcome }),
  ...(event.what === 'reissueMoved' && { to: event.to, ...(event.rejectedFor && { rejectedFor: event.rejectedFor }) }),
  ...(partner !== null && { partner }),
})
