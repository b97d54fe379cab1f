import type { CityCode } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import { clock, type Database } from '../database'

/** A version of a city's list that is the current one, and since when (ms). */
export interface Publication {
  readonly version: string
  readonly currentSince: Instant
  readonly fictional: boolean
  /** How many outlets it holds, and the last one's place in its order. */
  readonly outlets: number
  readonly lastSeq: number
}

const current = `select p.version, p.current_from as "currentSince", v.fictional, v.outlets,
  (select max(o.seq) from outlet o where o.city = p.city and o.version = p.version) as "lastSeq"
  from outlet_publication p
  join outlet_version v on v.city = p.city and v.version = p.version
  where p.city = $1 and p.current_from <= ${clock}
  order by p.current_from desc, p.seq desc
  limit 1`

/** The publication that has begun last; of two at the same time, the one decided later. */
export const currentPublication = async ({ run }: Database, city: CityCode): Promise<Publication | null> => {
  const [row] = await run<Publication>({ name: 'current-outlets', text: current, values: [city] })
  return row ?? null
}
