import { getDayDetail } from 'chinese-days'

/**
 * What a civil day (YYYY-MM-DD) is by the State Council's notice: a `holiday` (days off in lieu and the weekend inside it too), a
 * weekend day worked instead (`makeUp`), any other day (`ordinary`), or `unknown` where the year has no notice here yet.
 */
export type DayKind = 'holiday' | 'makeUp' | 'ordinary' | 'unknown'

/** A day that the notice names carries the holiday's names and length; any other only its weekday's. */
const isNamed = (name: string): boolean => name.includes(',')

const coveredYears = new Map<string, boolean>()

/** Whether the calendar holds a year's notice: without one even its National Day reads as any other day. */
const isCovered = (year: string): boolean => {
  const known = coveredYears.get(year) ?? isNamed(getDayDetail(`${year}-10-01`).name)
  coveredYears.set(year, known)
  return known
}

/** A year the calendar does not cover is `unknown`, never taken for ordinary days. */
export const dayKind = (date: string): DayKind => {
  if (!isCovered(date.slice(0, 4))) return 'unknown'
  const { work, name } = getDayDetail(date)
  if (!isNamed(name)) return 'ordinary'
  return work ? 'makeUp' : 'holiday'
}
