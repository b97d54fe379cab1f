import type { CardEvent, LossReported } from './events'
import type { CityPolicy } from './policy'
import { hour, type Instant } from './time'
import type { Author, CardFunction, EventChannel } from './words'

/** One thing the cardholder is told (rule 22): who did what, when, from where, and whom to call if it was not them. */
export interface Notice {
  readonly about: 'lossReported' | 'reportReleased' | 'reportLapsed' | 'reissueAccepted' | 'lapsesSoon'
  readonly function: CardFunction
  readonly at: Instant
  readonly channel: EventChannel
  readonly by: Author
  /** When to send it; a warning is due before the lapse it warns of. */
  readonly dueAt: Instant
  readonly disputeHotline: string
}

const warning = (event: LossReported, notice: Notice, policy: CityPolicy): Notice[] => {
  if (event.report.kind === 'formal') return []
  const dueAt = event.report.lapsesAt - policy.lapseWarningHours.value * hour
  return dueAt > event.at ? [{ ...notice, about: 'lapsesSoon', dueAt }] : []
}

/** The notices an event gives rise to; what the citizen says about the bank, and an import, change no state and give none. */
export const noticesOf = (event: CardEvent, policy: CityPolicy): Notice[] => {
  if (event.what === 'cardImported' || event.what === 'bankTold' || event.what === 'bankToldTakenBack') return []
  const { what: about, at, channel, by } = event
  const of = event.what === 'reissueAccepted' ? 'socialSecurity' : event.function
  const notice: Notice = { about, function: of, at, channel, by, dueAt: at, disputeHotline: policy.hotline.value }
  return event.what === 'lossReported' ? [notice, ...warning(event, notice, policy)] : [notice]
}
