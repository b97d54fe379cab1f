import type { Readable } from 'node:stream'
import type { Instant } from '@/domain/time'
import type { Difference, Repository } from '../../repository'
import { readCardFile } from './read-file'
import type { Reason } from './reasons'

export interface ImportNeeds {
  readonly repository: Pick<Repository, 'cards'>
  readonly source: Readable
  /** Loads the good rows of a file that has bad ones; otherwise one bad row keeps the whole file out. */
  readonly skipBad?: boolean
  /** When the cards enter the record (ms): the database's now, unless told otherwise. */
  readonly entersAt?: (now: Instant) => Instant
  readonly onBadRow: (line: number, reason: Reason) => void
  readonly onDifference: (difference: Difference) => void
}

export interface ImportSummary {
  /** False when bad rows kept the file out. */
  readonly loaded: boolean
  readonly added: number
  readonly known: number
  readonly bad: number
}

/** Imports a city's file of cards, whole or not at all. Throws an ImportFileError where the file is not what it should be. */
export const importCardFile = async ({ repository, source, skipBad = false, entersAt, onBadRow, onDifference }: ImportNeeds): Promise<ImportSummary> => {
  let bad = 0
  const tellOfBad = (line: number, reason: Reason) => {
    bad += 1
    onBadRow(line, reason)
  }
  const imported = await repository.cards.import({
    batches: (now) => readCardFile(source, now, tellOfBad),
    onBadRow: ({ line, reason }) => tellOfBad(line, reason),
    onDifference,
    proceed: () => bad === 0 || skipBad,
    ...(entersAt && { entersAt }),
  })
  return { loaded: imported !== null, added: imported?.added ?? 0, known: imported?.known ?? 0, bad }
}

export { ImportFileError } from './file-error'
export { reasons } from './reasons'
