import type { ReissueOptionOnWire } from '@/contract'
import type { ReissueCopy } from '@/copy/reissue'
import { civilDay } from '../civil-day'

/** Working days of a week, as weeks are told where no calendar reaches. */
const week = 5

const partsOf = (day: string) => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return { year, month, date }
}

/** A civil day (YYYY-MM-DD) in words, with its year. */
export const saidDayOfYear = (day: string, { ways }: ReissueCopy): string => {
  const { year, month, date } = partsOf(day)
  return ways.dayOfYear(year, month, date)
}

/** The same without the year where that is the one of `now` (ms). */
export const saidDay = (day: string, r: ReissueCopy, now: number): string => {
  const { month, date } = partsOf(day)
  return day.slice(0, 4) === civilDay(now).slice(0, 4) ? r.ways.day(month, date) : saidDayOfYear(day, r)
}

/** When a card is there: the day it is made; in weeks where the calendar does not reach that far; at once where it is printed. */
export const saidReady = ({ way, workingDays, ready }: ReissueOptionOnWire, r: ReissueCopy, now: number): string => {
  if (way === 'instant' || workingDays === 0) return r.ways.now
  if (ready && 'date' in ready) return r.ways.ready[way](saidDay(ready.date, r, now))
  return r.ways.weeks(Math.ceil(workingDays / week))
}
