import type { CityPolicy } from '../policy'
import { civilDate, daysAfter, endOfDay, type Instant } from '../time'

type Collecting = Pick<CityPolicy, 'reissue'>

/** The civil day from which a card that became ready at an instant counts as not collected in time; it is still handed out (rule 18). */
export const collectBy = (readyAt: Instant, { reissue }: Collecting): string =>
  daysAfter(civilDate(readyAt), reissue.collectWithinDays.value)

/** Cards that became ready before this instant (ms) count as not collected in time now: their `collectBy` has come. */
export const missedBefore = (now: Instant, { reissue }: Collecting): Instant =>
  endOfDay(daysAfter(civilDate(now), -reissue.collectWithinDays.value))
