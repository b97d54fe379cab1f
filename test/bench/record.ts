import type { Main } from '../../cloudfunctions/runtime/define-function'
import type { Options } from './options'
import { withBuiltCard } from './record/built'
import { changing, reading, signInAll } from './record/calls'
import { fill, fillBook, passChecks } from './record/fill'
import { lookups, textbook, type Lookup } from './record/scripts'
import { ourRound, rowsOf, theirRound, type Measured, type Sides, type Turn } from './record/sides'
import type { Row } from './table'
import { withDatabase, type Bench } from './with-database'

type Signed = Bench & { readonly main: Main; readonly tokens: readonly string[]; readonly options: Options }

const most = Number.MAX_SAFE_INTEGER
const targets = { get: { atLeast: 0.5 }, list: undefined, history: undefined } as const

/** The first round of ours warms up by so many calls, however long they take: what runs seldom is not compiled yet. */
const warmUp = 3_000
const lengthOf = (round: number, from: number, perRound: number, seconds: number): Pick<Turn, 'seconds' | 'to'> =>
  round === 0 ? { seconds: Infinity, to: from + Math.min(perRound, warmUp) } : { seconds, to: from + perRound }

/** Cards are reported once each: every round has cards of its own, which are then released. */
const measureChanges = async ({ client, address, folder, main, tokens, options: { people, rounds, seconds } }: Signed): Promise<Row[]> => {
  const [theirs, reported, released]: [Measured[], Measured[], Measured[]] = [[], [], []]
  const script = textbook(people)
  const perRound = Math.floor(people / (rounds + 1))
  for (let round = 0; round <= rounds; round += 1) {
    const [from, to] = [round * perRound, (round + 1) * perRound]
    for (const operation of ['reportLoss', 'releaseLoss'] as const) await passChecks(client, operation, from, to)
    const book = await theirRound(folder, { address, script, seconds })
    let next = from
    const report = await ourRound({ folder, from, ...lengthOf(round, from, perRound, seconds) }, (index) => {
      next = Math.max(next, index + 1)
      return changing(main, tokens, 'reportLoss')(index)
    })
    const release = await ourRound({ folder, from, seconds: round === 0 ? Infinity : seconds, to: next }, changing(main, tokens, 'releaseLoss'))
    if (round > 0) [theirs, reported, released].forEach((list, at) => list.push([book, report, release][at] ?? book))
  }
  return [
    ...rowsOf('card/reportLoss', 'textbook transaction', { ours: reported, theirs }, { atLeast: 0.8 }),
    ...rowsOf('card/releaseLoss', 'textbook transaction', { ours: released, theirs }),
  ]
}

const measureLookup = async (operation: Lookup, { address, folder, main, tokens, options: { people, rounds, seconds } }: Signed): Promise<Row[]> => {
  const [ours, theirs]: [Measured[], Measured[]] = [[], []]
  const script = lookups[operation](people)
  for (let round = 0; round <= rounds; round += 1) {
    const sides = [await theirRound(folder, { address, script, seconds }), await ourRound({ folder, from: 0, ...lengthOf(round, 0, most, seconds) }, reading(main, tokens, operation))] as const
    if (round > 0) [theirs, ours].forEach((list, at) => list.push(sides[at] ?? sides[0]))
  }
  const sides: Sides = { ours, theirs }
  return rowsOf(`card/${operation}`, 'the same lookup', sides, targets[operation])
}

/**
 * Reports, releases and lookups by the built function, called in this process as a host calls it, against pgbench on the same database: its
 * textbook transaction, and our own statements for a lookup. Turn by turn; nobody sends over HTTP, as pgbench does not either.
 * Needs `pgbench` (Debian: postgresql).
 */
export const measureRecord = (options: Options): Promise<Row[]> =>
  withDatabase(async (bench) => {
    const { services, client } = bench
    await fill(client, services.keys, options.people)
    await fillBook(client, options.people)
    const tokens = await signInAll(services, options.people)
    return withBuiltCard(bench, async (main) => {
      const signed = { ...bench, main, options, tokens }
      const rows = [...await measureChanges(signed)]
      for (const operation of ['get', 'list', 'history'] as const) rows.push(...await measureLookup(operation, signed))
      return rows
    })
  })
