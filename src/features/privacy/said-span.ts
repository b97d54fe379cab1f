import type { FamilyCopy } from '@/copy/family'
import { keptFor, type DataClass } from '@/domain/retention'
import { day } from '@/domain/units'

const yearOfDays = 365

/** How long a class of data is kept, as a bare span; '' where it is kept as long as there is a card. */
export const saidSpan = (data: DataClass, f: FamilyCopy): string => {
  const ms = keptFor[data]
  if (ms === null) return ''
  const days = Math.ceil(ms / day)
  return days % yearOfDays === 0 ? f.span.years(days / yearOfDays) : f.span.days(days)
}

/** How long a class of data is kept, from what on. */
export const saidKept = (data: DataClass, f: FamilyCopy): string =>
  (keptFor[data] === null ? f.keptFor.always : f.keptFor[data](saidSpan(data, f)))
