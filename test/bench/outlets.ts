import { capabilities } from '@/domain/words'
import { indexBuilder, type OutletIndex } from '../../cloudfunctions/outlets/lookup/outlet-index'
import { searchRows } from '../../cloudfunctions/outlets/lookup/search'
import type { OutletColumns } from '../../cloudfunctions/repository'
import { median } from './median'
import { bareOver, type Bare, type Query } from './outlets/bare'
import { firstSearches } from './outlets/cold'
import type { Row, Target } from './table'
import { banks, madeUpList, picking, placeIn, seeded } from './outlets/made-up'

/** How many outlets, and how many searches are checked against a look at every one of them. */
const sizes = [{ outlets: 5_000, checked: 10_000, rounds: 99 }, { outlets: 100_000, checked: 10_000, rounds: 15 }, { outlets: 1_000_000, checked: 500, rounds: 7 }]
const searches = 2_000
const most = 20
const cold = { outlets: 100_000, rounds: 7 }

const queriesFor = (count: number): Query[] => {
  const random = seeded(count)
  const pick = picking(random)
  return Array.from({ length: count }, () => ({ near: placeIn(random), bank: pick(banks), capability: pick(capabilities) }))
}

/** From rows in memory, as they come from the database, to an index that answers. */
const buildOurs = (list: readonly OutletColumns[], outlets: number): OutletIndex => {
  const builder = indexBuilder(outlets)
  for (const columns of list) builder.add(columns)
  return builder.finish(builder.scheduleSeqs.map(() => ({ week: null, holidays: null })))
}

const ourSearch = (index: OutletIndex, { near, bank, capability }: Query): number[] =>
  searchRows(index, { near, bank, capabilities: [capability] }, most)

const msOf = (work: () => void): number => {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Medians of all ways, in ms: turn by turn, so that whatever else the machine does falls on each; the first turn warms up. */
const turns = <Way extends string>(rounds: number, ways: Readonly<Record<Way, () => void>>): Record<Way, number> => {
  const entries = Object.entries(ways) as [Way, () => void][]
  const taken = Array.from({ length: rounds + 1 }, () => entries.map(([, work]) => msOf(work))).slice(1)
  return Object.fromEntries(entries.map(([way], at) => [way, median(taken.map((turn) => turn[at] ?? NaN))])) as Record<Way, number>
}

const rowOf = (outlets: number, what: string, ours: string, baseline: string, ratio: number, target?: Target): Row =>
  ({ what: `${what} ${outlets} outlets`, ours, baseline, ratio, ...(target && { target }) })

const measureBuilding = (list: readonly OutletColumns[], outlets: number, bare: Bare, rounds: number): Row[] => {
  const { ours, theirs } = turns(rounds, { ours: () => void buildOurs(list, outlets), theirs: () => void bare.build() })
  return [rowOf(outlets, 'index of', `${ours.toFixed(1)} ms`, `bare kdbush, places only ${theirs.toFixed(1)} ms`, ours / theirs, { atMost: 1.5 })]
}

const measureSearching = (index: OutletIndex, outlets: number, bare: Bare, rounds: number): Row[] => {
  const [points, queries] = [bare.build(), queriesFor(searches)]
  const { ours, filtered, nearest } = turns(Math.min(rounds, 9), {
    ours: () => queries.forEach((query) => ourSearch(index, query)),
    filtered: () => queries.forEach((query) => bare.filtered(points, query, most)),
    nearest: () => queries.forEach((query) => bare.nearest(points, query, most)),
  })
  const each = (ms: number) => `${((ms / searches) * 1_000).toFixed(1)} µs`
  return [
    rowOf(outlets, 'nearest among', each(ours), `bare kdbush + geokdbush, same filters ${each(filtered)}`, ours / filtered, { atMost: 2 }),
    rowOf(outlets, 'nearest among', each(ours), `bare kdbush + geokdbush, no filter ${each(nearest)}`, ours / nearest),
  ]
}

const isSame = (one: readonly number[], other: readonly number[]) => one.length === other.length && one.every((row, at) => row === other[at])

/** Every search's answer is that of a look at every outlet; and what the look costs. */
const check = (index: OutletIndex, outlets: number, bare: Bare, checked: number): Row => {
  const queries = queriesFor(checked)
  const answers: number[][] = []
  const ours = msOf(() => queries.forEach((query) => answers.push(ourSearch(index, query))))
  const scanned: number[][] = []
  const scan = msOf(() => queries.forEach((query) => scanned.push(bare.scan(query, most))))
  const different = answers.filter((rows, at) => !isSame(rows, scanned[at] ?? [])).length
  if (different > 0) throw new Error(`${different} of ${checked} searches among ${outlets} outlets differ from a look at every outlet`)
  return rowOf(outlets, `${checked} searches, each right, among`, `${ours.toFixed(0)} ms`, `a look at every outlet ${scan.toFixed(0)} ms`, ours / scan)
}

const firstAnswers = async (): Promise<Row> => {
  const firsts = await firstSearches(cold.outlets, cold.rounds)
  const [load, answer] = [median(firsts.map((first) => first.load)), median(firsts.map((first) => first.answer))]
  return rowOf(cold.outlets, 'cold function, a search among', `${answer.toFixed(0)} ms (loading ${load.toFixed(0)})`, 'the limit, 1000 ms', answer / 1000, { atMost: 1 })
}

/** The index and its searches against the bare libraries: twenty nearest, by two filters, one bank of seven and one capability of eight; medians. */
export const measureOutlets = async (): Promise<Row[]> => {
  const rows = sizes.flatMap(({ outlets, checked, rounds }) => {
    const list = madeUpList(outlets)
    const bare = bareOver(list, outlets)
    const built = measureBuilding(list, outlets, bare, rounds)
    const index = buildOurs(list, outlets)
    return [...built, ...measureSearching(index, outlets, bare, rounds), check(index, outlets, bare, checked)]
  })
  return [...rows, await firstAnswers()]
}
