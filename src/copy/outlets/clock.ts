const minute = 60_000
const dayLength = 1440 * minute
/** Civil time is +08:00 in every city, whatever the phone is set to. */
const civilOffset = 480 * minute

const civil = (at: number): Date => new Date(at + civilOffset)
const dayOf = (at: number): number => Math.floor((at + civilOffset) / dayLength)

/** Monday is 0: 1970-01-01 was a Thursday. */
export const weekdayOf = (at: number): number => (dayOf(at) + 3) % 7

/** The time of day as it is said at a door: `9:00`, `17:30`. */
export const timeOf = (at: number): string => `${civil(at).getUTCHours()}:${String(civil(at).getUTCMinutes()).padStart(2, '0')}`

export const hourOf = (at: number): number => civil(at).getUTCHours()

/** How many civil days `at` lies after `now`. */
export const daysAfter = (at: number, now: number): number => dayOf(at) - dayOf(now)

/** The civil date of a moment, months from 1. */
export const dateOf = (at: number) => ({ year: civil(at).getUTCFullYear(), month: civil(at).getUTCMonth() + 1, date: civil(at).getUTCDate() })
