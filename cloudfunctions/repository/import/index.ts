import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { removeDuplicates, removeGuardianless, type BadRow } from './checks'
import { listContradictions, listDifferences, type Difference } from './differences'
import { analyzeLoaded, loadStaged, removeKnownCards } from './load'
import { refuseOldHashes } from './old-hashes'
import { inOneTransaction, type Session } from './session'
import { stage, stagingTable, type CardFileRow } from './staging'
import { nameUnnamed } from './unnamed'
import { removeBeyondMost } from './wards'

/** A city's file on its way into the record. */
export interface CardFile {
  /** The rows that are good in themselves, in batches; `now` (ms) is the database's. */
  readonly batches: (now: Instant) => AsyncIterable<readonly CardFileRow[]>
  readonly onBadRow: (bad: BadRow) => void
  readonly onDifference: (difference: Difference) => void
  /** Asked once all is checked: false loads nothing. */
  readonly proceed: () => boolean
  /** When the cards enter the record (ms): now, unless told otherwise. */
  readonly entersAt?: (now: Instant) => Instant
}

export interface Imported {
  readonly added: number
  /** Cards the record knew before: kept as they were. */
  readonly known: number
}

const stageAll = async (session: Session, keys: Keys, file: CardFile, now: Instant): Promise<void> => {
  await session.query(stagingTable)
  const times = { now, at: file.entersAt?.(now) ?? now }
  for await (const rows of file.batches(now)) await stage(session, keys, rows, times)
  await session.query('analyze staged')
}

/** Loads a file in one transaction, whole or not at all. Resolves to null when it was told not to proceed. */
export const importCards = async (connectionString: string, keys: Keys, file: CardFile): Promise<Imported | null> => {
  const imported = await inOneTransaction(connectionString, async (session) => {
    const now = await session.now()
    await refuseOldHashes(session, keys)
    await stageAll(session, keys, file, now)
    ;(await removeDuplicates(session)).forEach(file.onBadRow)
    await nameUnnamed(session, keys)
    await listDifferences(session, keys, now, file.onDifference)
    const known = await removeKnownCards(session)
    await listContradictions(session, file.onDifference)
    ;(await removeGuardianless(session)).forEach(file.onBadRow)
    ;(await removeBeyondMost(session, keys, now)).forEach(file.onBadRow)
    return file.proceed() ? { added: await loadStaged(session), known } : null
  })
  if (imported && imported.added > 0) await inOneTransaction(connectionString, analyzeLoaded)
  return imported
}

export type { Difference } from './differences'
export { importedStates, type ImportedState } from './imported'
export type { CardFileRow } from './staging'
