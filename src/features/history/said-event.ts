import type { Step } from '@/components/steps'
import type { HistoryEventOnWire } from '@/contract'
import type { Copy, Dates, Language } from '@/copy'
import { rejectedFor } from '@/copy/order/rejected'
import { actedBy } from '../card/acted-by'

const dots: Record<HistoryEventOnWire['what'], Step['dot']> = {
  cardImported: 'azure',
  lossReported: 'slate',
  reportReleased: 'good',
  reportLapsed: 'good',
  bankTold: 'azure',
  bankToldTakenBack: 'todo',
  reissueApplied: 'azure',
  reissueAccepted: 'azure',
  reissueMoved: 'azure',
  addressChanged: 'azure',
  functionActivated: 'good',
  disputed: 'todo',
  disputeClosed: 'azure',
  passwordSet: 'azure',
  guardianLinked: 'azure',
}

const bankOf = { reportReleased: 'reportReleasedBank', reportLapsed: 'reportLapsedBank' } as const

const titleOf = ({ what, kind = 'formal', outcome = 'dismissed', function: of }: HistoryEventOnWire, { history }: Copy): string => {
  const ofBank = of === 'financial'
  switch (what) {
    case 'lossReported': return (ofBank ? history.what.lossReportedBank : history.what.lossReported)[kind]
    case 'reportReleased':
    case 'reportLapsed': return history.what[ofBank ? bankOf[what] : what]
    case 'functionActivated': return history.what.functionActivated[of ?? 'socialSecurity']
    case 'disputeClosed': return history.what.disputeClosed[outcome]
    default: return history.what[what]
  }
}

/** The formal report that took a temporary one's place: the next loss report of the same function. */
const replacementOf = (events: readonly HistoryEventOnWire[], index: number): HistoryEventOnWire | undefined => {
  const event = events[index]
  if (event?.what !== 'lossReported' || event.kind !== 'temporary') return undefined
  const newer = events.slice(0, index).reverse().find(({ function: of, what }) => of === event.function && what !== 'bankTold')
  return newer?.what === 'lossReported' && newer.kind === 'formal' ? newer : undefined
}

/** When it was, through which channel, and who did it. */
const fromOf = (event: HistoryEventOnWire, t: Copy, at: string): string => {
  if (event.by === 'system') return t.history.automatic(at)
  const who = actedBy(event, t)
  return t.history.from(at, t.words.channel[event.channel], event.actor ? t.history.acted(who) : who)
}

/** One event of the history as a step on the line; `events` are newest first, `now` in ms. */
export const saidEvent = (events: readonly HistoryEventOnWire[], index: number, t: Copy, dates: Dates, now: number, language: Language): Omit<Step, 'key'> | undefined => {
  const event = events[index]
  if (!event) return undefined
  const replacement = replacementOf(events, index)
  const lines = [
    fromOf(event, t, dates.moment(event.at, now)),
    ...(event.rejectedFor ? [rejectedFor[language][event.rejectedFor]] : []),
    ...(event.receiptNumber ? [t.history.receipt(event.receiptNumber)] : []),
    ...(replacement ? [t.history.replaced(dates.moment(replacement.at, now))] : []),
  ]
  const dot = event.what === 'lossReported' && event.kind === 'temporary' ? 'todo' : dots[event.what]
  return { title: event.to ? t.order[event.to] : titleOf(event, t), lines, dot }
}
