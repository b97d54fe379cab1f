import type { FamilyCopy } from '@/copy/family'
import { civilDay } from '../civil-day'

/** A civil day (YYYY-MM-DD) in words. */
export const saidDay = (day: string, f: FamilyCopy): string => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return f.day(year, month, date)
}

/** The civil day of a moment (ISO 8601) in words. */
export const saidDayOf = (moment: string, f: FamilyCopy): string => saidDay(civilDay(Date.parse(moment)), f)

/** The last civil day of what holds until a moment: that moment is the day's end. */
export const saidLastDay = (until: string, f: FamilyCopy): string => saidDay(civilDay(Date.parse(until) - 1), f)
