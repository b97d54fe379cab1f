import type { CityCode } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import type { Session } from '../../import/session'
import { saysOtherwise } from '../compare'

/** What is staged: one city's outlets, since the file's rows are; null when none is. */
export const stagedCity = async (session: Session): Promise<{ city: CityCode; outlets: number } | null> => {
  const [row] = await session.query<{ city: CityCode; outlets: number }>('select city, count(*)::integer as outlets from staged group by city')
  return row ?? null
}

/** How many outlets of a version are not staged, and of how many. */
export const countMissing = async (session: Session, city: CityCode, version: string): Promise<{ missing: number; of: number }> => {
  const [row] = await session.query<{ missing: number; of: number }>(
    `select count(*) filter (where s.line is null)::integer as missing, count(*)::integer as of
      from outlet o left join staged s on s.outlet_id = o.outlet_id where o.city = $1 and o.version = $2`, [city, version])
  return { missing: row?.missing ?? 0, of: row?.of ?? 0 }
}

const difference = `select exists (
  select from staged s full join (select * from outlet where city = $1 and version = $2) o on o.outlet_id = s.outlet_id
  where s.outlet_id is null or o.outlet_id is null or ${saysOtherwise('s', 'o')}) as differs`

/** Whether what is staged says exactly what a version says. */
export const isSameList = async (session: Session, city: CityCode, version: string): Promise<boolean> => {
  const [row] = await session.query<{ differs: boolean }>(difference, [city, version])
  return row?.differs === false
}

const outlets = `insert into outlet
  select city, $1, outlet_id, row_number() over (order by district, name_initials, outlet_id) - 1, name, kind, bank, district, address, longitude,
    latitude, phone, hours, holidays, capabilities, notes, source, checked_on, checked_by, name_initials, address_initials
  from staged`

const version = `insert into outlet_version select city, $1, $2, count(*), $3 from staged group by city`

/** Makes what is staged a version of the city's list. It is not yet the current one. */
export const loadVersion = async (session: Session, key: string, now: Instant, fictional: boolean): Promise<void> => {
  await session.query(outlets, [key])
  await session.query(version, [key, now, fictional])
}

/** Has the server look at what it now holds. */
export const analyzeOutlets = (session: Session): Promise<unknown> => session.query('analyze outlet, outlet_version, outlet_publication')
