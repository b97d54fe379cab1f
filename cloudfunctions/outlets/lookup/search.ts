import { around } from 'geokdbush'
import type { Instant } from '@/domain/time'
import type { OutletIndex } from './outlet-index'
import type { TraitTest, TraitWishes } from './traits'

/** A place in WGS-84, in degrees. */
export interface Place {
  readonly longitude: number
  readonly latitude: number
}

/** Which outlets are looked for, and in what order. */
export interface Search extends TraitWishes {
  /** The nearest come first; without a place, the list's own order holds. */
  readonly near?: Place | undefined
  readonly query?: string | undefined
  /** When they are to be open, and whether those that are not are left out (`only`) or come last (`first`). */
  readonly open?: { readonly at: Instant; readonly how: 'only' | 'first' } | undefined
  /** The place in the list's order of the only outlet that may be found. */
  readonly seq?: number | undefined
}

type Test = (row: number) => boolean

const traitTest = (words: Int32Array, { mask, value, oneOf }: TraitTest): Test => (row) => {
  const word = words[row] ?? 0
  return (word & mask) === value && (word & oneOf) !== 0
}

const both = (one: Test, other: Test): Test => (row) => one(row) && other(row)

const openTest = ({ openings, schedules }: OutletIndex, at: Instant): Test => {
  const opening = openings(at)
  return (row) => opening(schedules[row] ?? 0).state === 'open'
}

/** Null where no outlet of the list can meet the search. Cheaper tests come first. */
const testFor = (index: OutletIndex, { query, seq, ...wishes }: Search): Test | null => {
  const traits = index.traits.testFor(wishes)
  if (!traits) return null
  const able = traitTest(index.words, traits)
  const named = query === undefined ? able : both(able, index.hasText(query))
  return seq === undefined ? named : both((row) => index.seqs[row] === seq, named)
}

const inOrder = ({ seqs }: OutletIndex, most: number, test: Test): number[] => {
  const rows: number[] = []
  for (let row = 0; row < seqs.length && rows.length < most; row += 1) if (test(row)) rows.push(row)
  return rows
}

const rowsThat = (index: OutletIndex, near: Place | undefined, most: number, test: Test): number[] =>
  near ? around(index.points, near.longitude, near.latitude, most, Infinity, test) : inOrder(index, most, test)

/**
 * The first rows, so many at most, that meet a search: each test is made inside the search, so that no outlet further on is missed.
 * A longer answer to the same search begins with the shorter one.
 */
export const searchRows = (index: OutletIndex, search: Search, most: number): number[] => {
  const test = testFor(index, search)
  if (!test) return []
  const { near, open } = search
  if (!open) return rowsThat(index, near, most, test)
  const isOpen = openTest(index, open.at)
  const openOnes = rowsThat(index, near, most, both(test, isOpen))
  if (open.how === 'only' || openOnes.length >= most) return openOnes
  return [...openOnes, ...rowsThat(index, near, most - openOnes.length, both(test, (row) => !isOpen(row)))]
}
