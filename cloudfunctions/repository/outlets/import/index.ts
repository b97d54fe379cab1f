import type { CityCode } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import { inOneTransaction, type Session } from '../../import/session'
import { newVersion } from '../../random'
import { publishVersion, versionAt } from '../publish'
import { findSamePlaces, removeRepeatedIds, removeRepeatedNames, type Doubled } from './doubles'
import { analyzeOutlets, countMissing, isSameList, loadVersion, stagedCity } from './load'
import { stage, stagingTable, type OutletFileRow } from './staging'

/** An outlet that is left out since an earlier line has its id, or its name within 100 m. */
export interface DoubledOutlet extends Doubled {
  readonly of: 'duplicateId' | 'duplicateName'
}

/** A city's list of outlets on its way into the record. */
export interface OutletFile {
  /** The rows that are good in themselves, all of one city, in batches; `now` (ms) is the database's. */
  readonly batches: (now: Instant) => AsyncIterable<readonly OutletFileRow[]>
  readonly onDuplicate: (doubled: DoubledOutlet) => void
  readonly onSamePlace: (line: number, earlier: number) => void
  /** How many outlets of the current list are not in the file, and of how many. */
  readonly onMissing: (missing: number, of: number) => void
  /** Asked once all is checked: false loads nothing. */
  readonly proceed: () => boolean
  /** When the list becomes the current one (ms); null is at once. */
  readonly from: Instant | null
  readonly fictional: boolean
}

/** What became of a file; only `loaded` has changed anything. `unchanged` names the version that says the same and is to hold by then. */
export type OutletImport =
  | { readonly outcome: 'loaded'; readonly city: CityCode; readonly version: string; readonly outlets: number; readonly currentFrom: Instant }
  | { readonly outcome: 'unchanged'; readonly city: CityCode; readonly version: string; readonly outlets: number }
  | { readonly outcome: 'refused' | 'nothingGood' | 'pastTime' }

const stageAll = async (session: Session, file: OutletFile, now: Instant): Promise<void> => {
  await session.query(stagingTable)
  // one batch is stored while the next is read
  let storing = Promise.resolve()
  for await (const rows of file.batches(now)) {
    await storing
    storing = stage(session, rows)
    // what it fails with is thrown where it is waited for, also when the reading fails first
    storing.catch(() => undefined)
  }
  await storing
}

const checkAll = async (session: Session, { onDuplicate, onSamePlace }: OutletFile): Promise<void> => {
  for (const doubled of await removeRepeatedIds(session)) onDuplicate({ ...doubled, of: 'duplicateId' })
  for (const doubled of await removeRepeatedNames(session)) onDuplicate({ ...doubled, of: 'duplicateName' })
  for (const { line, earlier } of await findSamePlaces(session)) onSamePlace(line, earlier)
}

const compareWithCurrent = async (session: Session, city: CityCode, now: Instant, onMissing: OutletFile['onMissing']): Promise<void> => {
  const current = await versionAt(session, city, now)
  if (current === null) return
  const { missing, of } = await countMissing(session, city, current)
  onMissing(missing, of)
}

const load = async (session: Session, file: OutletFile, now: Instant): Promise<OutletImport> => {
  const staged = await stagedCity(session)
  if (staged) await compareWithCurrent(session, staged.city, now, file.onMissing)
  if (!file.proceed()) return { outcome: 'refused' }
  if (!staged) return { outcome: 'nothingGood' }
  const standing = await versionAt(session, staged.city, file.from ?? now)
  if (standing !== null && (await isSameList(session, staged.city, standing))) return { outcome: 'unchanged', version: standing, ...staged }
  const version = newVersion()
  await loadVersion(session, version, now, file.fictional)
  return { outcome: 'loaded', version, ...staged, currentFrom: await publishVersion(session, staged.city, version, file.from) }
}

/** Loads a list in one transaction, whole or not at all, as a new version; what the list was before stays beside it. */
export const importOutlets = async (connectionString: string, file: OutletFile): Promise<OutletImport> => {
  const imported = await inOneTransaction(connectionString, async (session): Promise<OutletImport> => {
    const now = await session.now()
    if (file.from !== null && file.from < now) return { outcome: 'pastTime' }
    await stageAll(session, file, now)
    await checkAll(session, file)
    return load(session, file, now)
  })
  if (imported.outcome === 'loaded') await inOneTransaction(connectionString, analyzeOutlets)
  return imported
}
