import type { Instant } from '@/domain/time'
import type { DoubledOutlet, OutletImport, Repository } from '../../../repository'
import { inBatches } from '../batches'
import type { About } from './check-row'
import { goodRowsIn, type RawRow } from './read-rows'
import type { Reason, Suspicion } from './reasons'

export interface OutletImportNeeds extends Pick<About, 'system' | 'fictional'> {
  readonly repository: Pick<Repository, 'outlets'>
  readonly rows: AsyncIterable<RawRow>
  /** When the list becomes the current one (ms); null is at once. */
  readonly from: Instant | null
  /** Loads the good rows of a file that has bad ones; otherwise one bad row keeps the whole file out. */
  readonly skipBad: boolean
  /** `earlier` is the line that says the same. */
  readonly onBadRow: (line: number, reason: Reason, earlier?: number) => void
  readonly onSuspect: (line: number, suspicion: Suspicion, earlier?: number) => void
  /** More than a fifth of the current list is missing from the file: a file that was written by half looks like that. */
  readonly onManyMissing: (missing: number, of: number) => void
}

export interface OutletImportSummary {
  readonly imported: OutletImport
  readonly bad: number
  readonly suspects: number
}

const isAlarming = (missing: number, of: number): boolean => missing > of / 5

/** Imports a city's list of outlets, whole or not at all. Throws an ImportFileError where the file is not what it should be. */
export const importOutlets = async (needs: OutletImportNeeds): Promise<OutletImportSummary> => {
  const { repository, rows, from, skipBad, onManyMissing, ...said } = needs
  let [bad, suspects] = [0, 0]
  const onBadRow: OutletImportNeeds['onBadRow'] = (...found) => {
    bad += 1
    needs.onBadRow(...found)
  }
  const onSuspect: OutletImportNeeds['onSuspect'] = (...found) => {
    suspects += 1
    needs.onSuspect(...found)
  }
  const imported = await repository.outlets.import({
    batches: (now) => inBatches(goodRowsIn(rows, now, said, { onBadRow, onSuspect })),
    onDuplicate: ({ line, of, earlier }: DoubledOutlet) => onBadRow(line, of, earlier),
    onSamePlace: (line, earlier) => onSuspect(line, 'samePlace', earlier),
    onMissing: (missing, of) => { if (isAlarming(missing, of)) onManyMissing(missing, of) },
    proceed: () => bad === 0 || skipBad,
    from,
    fictional: said.fictional,
  })
  return { imported, bad, suspects }
}

export { systems, type FileSystem } from './place'
export type { RawRow } from './read-rows'
export { reasons, suspicions, type Reason, type Suspicion } from './reasons'
