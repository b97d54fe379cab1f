import type { CityPolicy } from './policy'
import { adultAge } from './who'
import { civilDate, daysAfter, endOfDay, yearsAfter, yearsBetween, type Instant } from './time'

/** Whether someone born on a date may act for others on another date (both YYYY-MM-DD). */
export const isAdult = (bornOn: string, on: string): boolean => yearsBetween(bornOn, on) >= adultAge

/**
 * Whether someone born on a date may bind an account by their own face on another date (both YYYY-MM-DD): below the privacy law's age it
 * is the guardian's to agree to what is kept of them, and the guardian who sees the card and is checked.
 */
export const mayBindAlone = (bornOn: string, on: string, { minors }: CityPolicy): boolean => yearsBetween(bornOn, on) >= minors.privacyAge.value

/** The day (YYYY-MM-DD) of coming of the handling age: from its midnight at +08:00 on, the guardian's part is over. */
export const endsOn = (bornOn: string, { minors }: CityPolicy): string => yearsAfter(bornOn, minors.handlingAge.value)

/** Whether the guardian's part is over at an instant. */
export const hasComeOfAge = (bornOn: string, policy: CityPolicy, now: Instant): boolean => civilDate(now) >= endsOn(bornOn, policy)

export type ConsentState = 'notNeeded' | 'needed' | 'given'

/** How a guardian's consent stands for a child of an age (whole years): below the privacy law's age it is needed. */
export const consentState = (age: number, agreed: boolean, { minors }: CityPolicy): ConsentState => {
  if (age >= minors.privacyAge.value) return 'notNeeded'
  return agreed ? 'given' : 'needed'
}

/** When (ms) a grant ends whose last civil day is a date: with that day. Null for a day before today, too far off, or in no calendar. */
export const grantEnd = (lastDay: string, { dependants }: CityPolicy, now: Instant): Instant | null => {
  const today = civilDate(now)
  const fits = lastDay >= today && lastDay <= daysAfter(today, dependants.grantDays.value)
  const end = endOfDay(lastDay)
  return fits && !Number.isNaN(end) ? end : null
}

/** Whether a person who acts for some others (people's keys: children under age, and holders whose grants are in force) may act for this one too. */
export const mayTakeOn = (others: ReadonlySet<string>, another: string, { dependants }: CityPolicy): boolean =>
  others.has(another) || others.size < dependants.atMost.value
