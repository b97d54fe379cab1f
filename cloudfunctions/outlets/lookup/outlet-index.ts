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

/**
 * Fewer and larger leaves than usual: most searches have filters, which pass over a leaf's outlets quicker than over another leaf. A
 * short list is passed over quicker than it is sorted.
 */
const leafFor = (outlets: number): number => (outlets < 20_000 ? 512 : 256)

const emptyIndex = (outlets: number) => ({
  points: new KDBush(outlets, leafFor(outlets)),
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
  const texts: (readonly string[])[] = []
  let rows = 0
  const add = ({ seq, longitude, latitude, kind, bank, district, capabilities, schedule, text }: OutletColumns): void => {
    seqs.set(seq, rows)
    texts.push(text)
    // column by column, and plainly: of a large list this is half of the work
    for (let at = 0; at < seq.length; at += 1) points.add(longitude[at] ?? NaN, latitude[at] ?? NaN)
    for (let at = 0; at < seq.length; at += 1) schedules[rows + at] = numbers.of(schedule[at] ?? 0, seq[at] ?? 0)
    for (let at = 0; at < seq.length; at += 1) {
      words[rows + at] = traits.wordOf(kind[at] ?? 'community', bank[at] ?? null, district[at] ?? '', capabilities[at] ?? '')
    }
    rows += seq.length
  }
  return {
    add,
    scheduleSeqs: numbers.seqs,
    finish: (known) => {
      points.finish()
      return { ...index, openings: openingsOf(known), hasText: textsOf(new Array<string>().concat(...texts)) }
    },
  }
}
