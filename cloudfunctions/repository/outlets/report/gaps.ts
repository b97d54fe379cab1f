import type { CityCode } from '@/domain/policies'
import type { Session } from '../../import/session'
import { eachRow } from './pages'

/** What a version does not say of an outlet, or said too long ago. */
export interface Gap {
  readonly outletId: string
  readonly name: string
  readonly checkedOn: string
  readonly stale: boolean
  readonly phone: boolean
  readonly hours: boolean
  readonly holidays: boolean
}

export interface GapCounts {
  readonly outlets: number
  readonly stale: number
  readonly phone: number
  readonly hours: number
  readonly holidays: number
}

const [stale, phone, hours, holidays] = ['checked_on < $3', 'phone is null', 'hours is null', 'holidays is null'] as const

const counts = `select count(*)::integer as outlets, count(*) filter (where ${stale})::integer as stale,
  count(*) filter (where ${phone})::integer as phone, count(*) filter (where ${hours})::integer as hours,
  count(*) filter (where ${holidays})::integer as holidays
  from outlet where city = $1 and version = $2`

const gaps = `select outlet_id as "outletId", name, checked_on as "checkedOn", ${stale} as stale, ${phone} as phone, ${hours} as hours,
  ${holidays} as holidays
  from outlet where city = $1 and version = $2 and (${stale} or ${phone} or ${hours} or ${holidays}) order by outlet_id`

/** `checkedBefore` is the first civil day (YYYY-MM-DD) on which a check is not yet stale. */
export const countGaps = async (session: Session, city: CityCode, version: string, checkedBefore: string): Promise<GapCounts> => {
  const [row] = await session.query<GapCounts>(counts, [city, version, checkedBefore])
  return row ?? { outlets: 0, stale: 0, phone: 0, hours: 0, holidays: 0 }
}

export const listGaps = (session: Session, city: CityCode, version: string, checkedBefore: string, tell: (gap: Gap) => void): Promise<void> =>
  eachRow(session, gaps, [city, version, checkedBefore], tell)
