import { dayKind } from '../calendar'
import type { CityPolicy } from '../policy'
import { civilDate, civilWeekday, daysAfter, endOfDay, type Instant } from '../time'

/** A civil day (YYYY-MM-DD), or the first year on the way to it that the calendar does not cover. */
export type WorkingDay = { readonly date: string } | { readonly uncovered: string }

const saturday = 5
/** The civil weekday of a date; the instant before its end lies within it. */
const isWeekend = (date: string): boolean => civilWeekday(endOfDay(date) - 1) >= saturday

/** Null for a day of a year without a notice: it is never taken for a working day. */
const isWorkingDay = (date: string): boolean | null => {
  const kind = dayKind(date)
  if (kind === 'unknown') return null
  return kind === 'makeUp' || (kind === 'ordinary' && !isWeekend(date))
}

/** The day that is so many working days after another (holidays and make-up days as the State Council's notices say). */
export const workingDaysAfter = (from: string, count: number): WorkingDay => {
  let [date, left] = [from, count]
  while (left > 0) {
    date = daysAfter(date, 1)
    const works = isWorkingDay(date)
    if (works === null) return { uncovered: date.slice(0, 4) }
    if (works) left -= 1
  }
  return { date }
}

/** When a card accepted at an instant is ready (rule 17): the day of acceptance does not count. */
export const readyOn = (acceptedAt: Instant, { readyInWorkingDays }: CityPolicy): WorkingDay =>
  workingDaysAfter(civilDate(acceptedAt), readyInWorkingDays.value)
