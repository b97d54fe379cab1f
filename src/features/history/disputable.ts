import type { HistoryEventOnWire } from '@/contract'
import { disputable, type Disputable } from '@/domain/words'

/** Whether a person did it to the social security function: the bank's own reports are disputed at the bank, and the clock is nobody. */
const isSomeonesDoing = ({ by, function: of }: HistoryEventOnWire): boolean => by !== 'system' && of !== 'financial'

const endings: readonly HistoryEventOnWire['what'][] = ['lossReported', 'reportReleased', 'reportLapsed']

/** Whether a loss report still stands: nothing of its function came after it. `events` are newest first. */
const isLatest = (events: readonly HistoryEventOnWire[], event: HistoryEventOnWire): boolean =>
  events.find(({ what, function: of }) => endings.includes(what) && of !== 'financial') === event

const newestOf = (events: readonly HistoryEventOnWire[], about: Disputable): HistoryEventOnWire | undefined => {
  const event = events.find((known) => known.what === about && isSomeonesDoing(known))
  return event && (about !== 'lossReported' || isLatest(events, event)) ? event : undefined
}

/** What can be said not to have been them, by its event: the newest of each kind that somebody did; a loss report only while it stands. */
export const disputableEvents = (events: readonly HistoryEventOnWire[]): ReadonlyMap<HistoryEventOnWire, Disputable> =>
  new Map(disputable.flatMap((about) => {
    const event = newestOf(events, about)
    return event ? [[event, about] as const] : []
  }))
