import type { FamilyCopy } from '@/copy/family'
import { civilDate, fromIso } from '@/domain/time'

/** A civil day (YYYY-MM-DD) in words. */
export const saidDay = (day: string, f: FamilyCopy): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return f.day(year, month, date)
}

/** The civil day of a moment (ISO 8601) in words. */
export const saidDayOf = (moment: string, f: FamilyCopy): string => saidDay(civilDate(fromIso(moment)), f)

/** The last civil day of what holds until a moment: that moment is the day's end. */
export const saidLastDay = (until: string, f: FamilyCopy): string => saidDay(civilDate(fromIso(until) - 1), f)
