import { openingAt, type Opening, type Schedule } from '@/domain/opening'
import { minute, type Instant } from '@/domain/time'

/** Searches ask for now, and a few for another time: a handful of minutes are worth keeping. */
const minutesKept = 8

/** The openings of a list's schedules at a time, each worked out when it is first asked for. */
export type OpeningsAt = (at: Instant) => (schedule: number) => Opening

/** Places open and close at whole minutes: what holds at a minute's beginning holds for all of it, and for every outlet of that schedule. */
export const openingsOf = (schedules: readonly Schedule[]): OpeningsAt => {
  const kept = new Map<Instant, Opening[]>()
  const keep = (began: Instant): Opening[] => {
    const [oldest] = kept.keys()
    if (kept.size >= minutesKept && oldest !== undefined) kept.delete(oldest)
    const openings: Opening[] = []
    kept.set(began, openings)
    return openings
  }
  return (at) => {
    const began = Math.floor(at / minute) * minute
    const openings = kept.get(began) ?? keep(began)
    return (schedule) => (openings[schedule] ??= openingAt(schedules[schedule] ?? { week: null, holidays: null }, began))
  }
}
