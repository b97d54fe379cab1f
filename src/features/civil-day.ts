import { hour } from '@/domain/units'

/** Civil time is +08:00 in every city, whatever the phone is set to. */
const civilOffset = 8 * hour

/** The civil day (YYYY-MM-DD) of a moment (ms). Phones do without the domain's calendar: this is all they need of it. */
export const civilDay = (at: number): string => new Date(at + civilOffset).toISOString().slice(0, 10)

/** Whether so many years have passed from one civil day to another. */
export const yearsHavePassed = (years: number, from: string, to: string): boolean =>
  `${Number(from.slice(0, 4)) + years}${from.slice(4)}` <= to
