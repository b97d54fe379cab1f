import KDBush from 'kdbush'
import type { Schedule } from '@/domain/opening'
import type { OutletColumns } from '../../repository'
import { openingsOf, type OpeningsAt } from './openings'
import { textsOf } from './text'
import { newTraits, type Traits } from './traits'

/** A list of outlets ready to be searched. Its rows are the list's outlets in the list's order. */
export interface OutletIndex {
  readonly points: KDBush
  /** Each row's place in the list's order, ascending. */
  readonly seqs: Int32Array
  readonly words: Int32Array
  readonly traits: Traits
  readonly schedules: Uint32Array
  readonly openings: OpeningsAt
  readonly hasText: (query: string) => (row: number) => boolean
}

/** An index that takes a list's rows, stretch by stretch, and is then finished. */
export interface OutletIndexBuilder {
  add(columns: OutletColumns): void
  /** The place in the list's order of one outlet for each schedule, by the schedules' numbers. */
  readonly scheduleSeqs: readonly number[]
  /** Takes each schedule by its number. Throws when there were more or fewer rows than were said. */
  finish(schedules: readonly Schedule[]): OutletIndex
}

const emptyIndex = (outlets: number) => ({
  points: new KDBush(outlets),
  seqs: new Int32Array(outlets),
  words: new Int32Array(outlets),
  schedules: new Uint32Array(outlets),
  traits: newTraits(),
})

const scheduleNumbers = () => {
  const numbers = new Map<number, number>()
  const seqs: number[] = []
  const add = (schedule: number, seq: number): number => {
    numbers.set(schedule, seqs.length)
    return seqs.push(seq) - 1
  }
  return { seqs, of: (schedule: number, seq: number): number => numbers.get(schedule) ?? add(schedule, seq) }
}

/** Begins the index of a list of so many outlets. */
export const indexBuilder = (outlets: number): OutletIndexBuilder => {
  const index = emptyIndex(outlets)
  const { points, seqs, words, schedules, traits } = index
  const numbers = scheduleNumbers()
  const texts: string[] = []
  const addRow = (columns: OutletColumns, at: number, seq: number): void => {
    const row = points.add(columns.longitude[at] ?? NaN, columns.latitude[at] ?? NaN)
    seqs[row] = seq
    words[row] = traits.wordOf(columns.kind[at] ?? 'community', columns.bank[at] ?? null, columns.district[at] ?? '', columns.capabilities[at] ?? '')
    schedules[row] = numbers.of(columns.schedule[at] ?? 0, seq)
    texts.push(columns.text[at] ?? '')
  }
  return {
    add: (columns) => columns.seq.forEach((seq, at) => addRow(columns, at, seq)),
    scheduleSeqs: numbers.seqs,
    finish: (known) => {
      points.finish()
      return { ...index, openings: openingsOf(known), hasText: textsOf(texts) }
    },
  }
}
