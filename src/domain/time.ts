import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import { day, hour } from './units'

export * from './units'

dayjs.extend(utc)

/** A moment: whole milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number

/** Civil time is +08:00 by fixed offset, in every city and on every machine. */
const civilOffset = 8 * hour

/** What UTC's clock shows so much later: each answer holds a dozen of these, and a library's take a tenth of its time. */
const civil = (instant: Instant): string => new Date(instant + civilOffset).toISOString()

/** ISO 8601 with milliseconds and +08:00, as instants travel on the wire. */
export const toIso = (instant: Instant): string => civil(instant).replace('Z', '+08:00')

const isDate = (date: string): boolean => dayjs.utc(date).format('YYYY-MM-DD') === date
const withOffset = /^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:\d\d)$/

/** The instant an ISO 8601 string with an offset names; NaN when it names none, or a day that no calendar has. */
export const fromIso = (iso: string): Instant =>
  withOffset.test(iso) && isDate(iso.slice(0, 10)) ? dayjs(iso).valueOf() : NaN

/** The civil (+08:00) date, YYYY-MM-DD, that an instant falls on. */
export const civilDate = (instant: Instant): string => civil(instant).slice(0, 10)

/** The instant at which the civil (+08:00) day of an instant began. */
export const civilMidnight = (instant: Instant): Instant => Math.floor((instant + civilOffset) / day) * day - civilOffset

/** The civil (+08:00) weekday of an instant, Monday as 0: 1970-01-01 was a Thursday. */
export const civilWeekday = (instant: Instant): number => (Math.floor((instant + civilOffset) / day) + 3) % 7

/** Whole years from one civil date to another (both YYYY-MM-DD): the age in law, which changes on the birthday. */
export const yearsBetween = (from: string, to: string): number => {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  // only a leap day's own birthday needs a calendar
  const birthday = from.endsWith('-02-29') ? yearsAfter(from, years).slice(5) : from.slice(5)
  return to.slice(5) < birthday ? years - 1 : years
}

/** The civil date so many whole years after another (both YYYY-MM-DD): the birthday of that age, on which `yearsBetween` changes. */
export const yearsAfter = (date: string, years: number): string => dayjs.utc(date).add(years, 'year').format('YYYY-MM-DD')

/** The civil date so many days after another (both YYYY-MM-DD). */
export const daysAfter = (date: string, days: number): string => dayjs.utc(date).add(days, 'day').format('YYYY-MM-DD')

/** The instant at which a civil (+08:00) date YYYY-MM-DD is over; NaN for a date that no calendar has. */
export const endOfDay = (date: string): Instant => fromIso(`${date}T00:00:00.000+08:00`) + day
