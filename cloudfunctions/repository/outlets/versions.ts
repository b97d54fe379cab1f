import type { CityCode } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import { inOneSnapshot } from '../import/session'
import { versionAt } from './publish'

export interface OutletVersion {
  readonly version: string
  readonly importedAt: Instant
  readonly outlets: number
  readonly fictional: boolean
  readonly current: boolean
  /** When it becomes the city's list, if it is to (ms). */
  readonly nextFrom: Instant | null
}

interface Row extends Omit<OutletVersion, 'importedAt' | 'nextFrom' | 'current'> {
  readonly imported_at: string
  readonly next_from: string | null
}

/** Of two publications at the same time only the later one ever holds. */
const all = `select version, imported_at, outlets, fictional, (
    select min(p.current_from) from outlet_publication p where p.city = v.city and p.version = v.version and p.current_from > $2
    and not exists (select from outlet_publication q where q.city = p.city and q.current_from = p.current_from and q.seq > p.seq)) as next_from
  from outlet_version v where city = $1 order by imported_at desc, version`

const versionOf = ({ imported_at: importedAt, next_from: nextFrom, ...row }: Row, current: string | null): OutletVersion =>
  ({ ...row, importedAt: Number(importedAt), current: row.version === current, nextFrom: nextFrom === null ? null : Number(nextFrom) })

/** All that were ever a city's list, or are to be, the last imported first. */
export const listVersions = (connectionString: string, city: CityCode): Promise<OutletVersion[]> =>
  inOneSnapshot(connectionString, async (session) => {
    const now = await session.now()
    const current = await versionAt(session, city, now)
    return (await session.query<Row>(all, [city, now])).map((row) => versionOf(row, current))
  })
