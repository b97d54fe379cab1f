import type { CardChange, CardEvent, CardImported, LossReported } from './events'
import type { CityPolicy } from './policy'
import type { OrderState, RejectionReason } from './reissue/words'
import { civilMidnight, day, hour, type Instant } from './time'
import { disputable, type Author, type CardFunction, type Disputable, type DisputeOutcome, type EventChannel, type ReportKind } from './words'

export const noticeTopics = [
  'lossReported', 'reportReleased', 'reportLapsed', 'lapsesSoon', 'reissueApplied', 'reissueAccepted', 'reissueMoved', 'addressChanged',
  'cardOpened', 'functionActivated', 'disputed', 'disputeClosed', 'passwordSet', 'guardianLinked',
] as const
export type NoticeTopic = (typeof noticeTopics)[number]

/** One thing the cardholder is told (rule 22): who did what, when, from where, and whom to call if it was not them. */
export interface Notice {
  readonly about: NoticeTopic
  readonly function: CardFunction
  readonly at: Instant
  readonly channel: EventChannel
  readonly by: Author
  /** Not before then; a warning is due before the lapse it warns of. */
  readonly dueAt: Instant
  readonly disputeHotline: string
  readonly kind?: ReportKind
  readonly lapsesAt?: Instant
  /** The report it is about: a warning about one that has ended meanwhile is not sent. */
  readonly reportId?: string
  readonly outcome?: DisputeOutcome
  /** Where the order of a new card stands now, and what has to be put right. */
  readonly to?: OrderState
  readonly rejectedFor?: RejectionReason
}

/** What may be the doing of somebody else is told at any hour; what only runs its course waits for the morning. */
const waits: readonly NoticeTopic[] = ['lapsesSoon', 'reportLapsed']

/** When something due at an instant is sent: at once, or where it may wait once the quiet hours are over. */
export const sendAt = (about: NoticeTopic, dueAt: Instant, { quietHours }: CityPolicy): Instant => {
  if (!waits.includes(about)) return dueAt
  const { from, until } = quietHours.value
  const midnight = civilMidnight(dueAt)
  const time = dueAt - midnight
  if (time < until * hour) return midnight + until * hour
  return time >= from * hour ? midnight + day + until * hour : dueAt
}

const warnings = (event: LossReported, notice: Notice, { lapseWarningHours }: CityPolicy): Notice[] => {
  const { report } = event
  if (report.kind === 'formal') return []
  return lapseWarningHours.value.map((hours) => report.lapsesAt - hours * hour).filter((dueAt) => dueAt > event.at)
    .map((dueAt) => ({ ...notice, about: 'lapsesSoon', dueAt }))
}

type Told = Exclude<CardChange, { what: 'bankTold' | 'bankToldTakenBack' }>

const details = (event: Told): Partial<Notice> => {
  switch (event.what) {
    case 'lossReported': {
      const { report: { id: reportId, kind, ...report } } = event
      return { reportId, kind, ...('lapsesAt' in report && { lapsesAt: report.lapsesAt }) }
    }
    case 'reportReleased':
    case 'reportLapsed': return { reportId: event.reportId }
    case 'disputeClosed': return { outcome: event.outcome }
    case 'reissueMoved': return { to: event.to, ...(event.rejectedFor && { rejectedFor: event.rejectedFor }) }
    default: return {}
  }
}

/** That a new card is there, opened by the event that begins its history: nothing of it works before it is activated. */
export const newCardNotice = ({ at, channel, by }: CardImported, { hotline }: CityPolicy): Notice =>
  ({ about: 'cardOpened', function: 'socialSecurity', at, channel, by, dueAt: at, disputeHotline: hotline.value })

/** The notices an event gives rise to; what the citizen says about the bank, and an import, change no state and give none. */
export const noticesOf = (event: CardEvent, policy: CityPolicy): Notice[] => {
  if (event.what === 'cardImported' || event.what === 'bankTold' || event.what === 'bankToldTakenBack') return []
  const { what: about, at, channel, by } = event
  const of = 'function' in event ? event.function : 'socialSecurity'
  const notice: Notice = { about, function: of, at, channel, by, dueAt: at, disputeHotline: policy.hotline.value, ...details(event) }
  return event.what === 'lossReported' ? [notice, ...warnings(event, notice, policy)] : [notice]
}

/** What a person can say was not them, about something they were told; null for what nobody did. */
export const disputableIn = (about: NoticeTopic): Disputable | null => disputable.find((one) => one === about) ?? null
