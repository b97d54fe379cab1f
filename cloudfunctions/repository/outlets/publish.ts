import type { CityCode } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import { inOneTransaction, type Session } from '../import/session'

/** The version that is a city's list at a time: of the publications that have begun by then the last to begin, of two at once the later decided. */
export const versionAt = async (session: Session, city: CityCode, at: Instant): Promise<string | null> => {
  const [row] = await session.query<{ version: string }>(
    'select version from outlet_publication where city = $1 and current_from <= $2 order by current_from desc, seq desc limit 1', [city, at])
  return row?.version ?? null
}

const insertion = `insert into outlet_publication
  select $1::text, coalesce(max(seq), 0) + 1, $2::text, $3::bigint, $4::bigint from outlet_publication where city = $1`

/** Makes a version a city's list from a time on: now where `from` is null or went by meanwhile. Resolves to that time. */
export const publishVersion = async (session: Session, city: CityCode, version: string, from: Instant | null): Promise<Instant> => {
  const now = await session.now()
  const currentFrom = Math.max(from ?? now, now)
  await session.query(insertion, [city, version, currentFrom, now])
  return currentFrom
}

/** `already`: that version holds at that time as it is. Only `published` has changed anything. */
export type Published =
  | { readonly outcome: 'published'; readonly currentFrom: Instant }
  | { readonly outcome: 'already' | 'unknownVersion' | 'pastTime' }

const isKnown = async (session: Session, city: CityCode, version: string): Promise<boolean> =>
  (await session.query('select from outlet_version where city = $1 and version = $2', [city, version])).length > 0

/** Brings a version back, now or from a time on; at the time of a list that is to come it takes that one's place. */
export const publishOutlets = (connectionString: string, city: CityCode, version: string, from: Instant | null): Promise<Published> =>
  inOneTransaction(connectionString, async (session) => {
    const now = await session.now()
    if (from !== null && from < now) return { outcome: 'pastTime' }
    if (!(await isKnown(session, city, version))) return { outcome: 'unknownVersion' }
    if ((await versionAt(session, city, from ?? now)) === version) return { outcome: 'already' }
    return { outcome: 'published', currentFrom: await publishVersion(session, city, version, from) }
  })
