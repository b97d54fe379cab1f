import type { CityCode } from '@/domain/policies'
import { civilDate, day } from '@/domain/time'
import { inOneSnapshot, type Session } from '../../import/session'
import { versionAt } from '../publish'
import { countChanges, listChanges, type Change, type ChangeCounts } from './changes'
import { countGaps, listGaps, type Gap, type GapCounts } from './gaps'

export interface ReportRequest {
  readonly city: CityCode
  /** So many days after its check an outlet is stale. */
  readonly staleDays: number
  /** Which versions are compared, the second looked at for gaps; null is the former and the current one. */
  readonly versions: readonly [from: string, to: string] | null
}

export interface ReportSummary {
  readonly version: string
  readonly checkedBefore: string
  readonly gaps: GapCounts
  /** Null where there is no version to compare with. */
  readonly since: { readonly version: string; readonly changes: ChangeCounts } | null
}

/** Told in this order: the counts, then each gap, then each change. */
export interface ReportListener {
  summary(summary: ReportSummary): void
  gap(gap: Gap): void
  change(change: Change): void
}

export type Reported = 'told' | 'noList' | 'unknownVersion'

interface Compared {
  readonly from: string | null
  readonly to: string
}

/** The version that held before the current one: another one's last publication before it took over. */
const formerVersion = `select version from outlet_publication where city = $1 and current_from <= $2 and version <> $3
  order by current_from desc, seq desc limit 1`

const formerAndCurrent = async (session: Session, city: CityCode, now: number): Promise<Compared | null> => {
  const to = await versionAt(session, city, now)
  if (to === null) return null
  const [former] = await session.query<{ version: string }>(formerVersion, [city, now, to])
  return { from: former?.version ?? null, to }
}

const areKnown = async (session: Session, city: CityCode, versions: readonly string[]): Promise<boolean> => {
  const found = await session.query('select from outlet_version where city = $1 and version = any ($2)', [city, versions])
  return found.length === new Set(versions).size
}

const tell = async (session: Session, { city, staleDays }: ReportRequest, { from, to }: Compared, now: number, listener: ReportListener) => {
  const checkedBefore = civilDate(now - staleDays * day)
  const gaps = await countGaps(session, city, to, checkedBefore)
  const since = from === null ? null : { version: from, changes: await countChanges(session, city, from, to) }
  listener.summary({ version: to, checkedBefore, gaps, since })
  await listGaps(session, city, to, checkedBefore, listener.gap)
  if (from !== null) await listChanges(session, city, from, to, listener.change)
}

/** Tells what a version of a city's list lacks, and what has changed since another one. */
export const reportOutlets = (connectionString: string, request: ReportRequest, listener: ReportListener): Promise<Reported> =>
  inOneSnapshot(connectionString, async (session) => {
    const { city, versions } = request
    if (versions !== null && !(await areKnown(session, city, versions))) return 'unknownVersion'
    const now = await session.now()
    const compared = versions === null ? await formerAndCurrent(session, city, now) : { from: versions[0], to: versions[1] }
    if (!compared) return 'noList'
    await tell(session, request, compared, now, listener)
    return 'told'
  })

export type { Change } from './changes'
export type { Gap } from './gaps'
