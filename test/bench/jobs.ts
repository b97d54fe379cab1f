import { setTimeout as wait } from 'node:timers/promises'
import type { Services } from '../../cloudfunctions/runtime/services'
import { fillReports } from './jobs/fill'
import type { Options } from './options'
import { withBuiltCard } from './record/built'
import { reading, signInAll, type Call } from './record/calls'
import type { Row } from './table'
import { withDatabase } from './with-database'

/** A citizen asks each so many ms, however long the others wait. */
const pauseMs = 10
const aloneMs = 15_000
/** One open report of so many runs out while it is measured, and of one the warning is due. */
const oneOf = 50

/** How long (ms) each of the citizens waited who asked until something had come to its end. */
const waitsUntil = async (end: Promise<unknown>, ask: Call, from: number): Promise<number[]> => {
  const waited: number[] = []
  const asked: Promise<void>[] = []
  const under = { way: true }
  const ended = end.finally(() => { under.way = false })
  for (let index = from; under.way; index += 1) {
    const started = performance.now()
    asked.push(ask(index).then(() => void waited.push(performance.now() - started)))
    await wait(pauseMs)
  }
  await Promise.all([ended, ...asked])
  return waited
}

const percentile = (values: readonly number[], part: number): number => [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? NaN

/** All lapses that are due written down, and everything told that is due then. */
const workOff = async ({ repository: { told } }: Services): Promise<void> => {
  while ((await told.settleLapses()) > 0) continue
  while (await told.tellDue()) continue
}

/** How long citizens wait for `card/get` while `work` is done in the same process, against the time right before and after. */
const measure = async (ask: Call, work: () => Promise<void>) => {
  // warms up
  await waitsUntil(wait(3_000), ask, 0)
  const before = await waitsUntil(wait(aloneMs), ask, 0)
  const started = performance.now()
  const during = await waitsUntil(work(), ask, 0)
  const seconds = (performance.now() - started) / 1000
  return { during, seconds, alone: [...before, ...await waitsUntil(wait(aloneMs), ask, 0)] }
}

/** Lapses and warnings worked off among many that are not due, while citizens read. */
export const measureJobs = ({ reports }: Options): Promise<Row[]> =>
  withDatabase(async (bench) => {
    const due = Math.max(1, Math.floor(reports / oneOf))
    await fillReports(bench, reports, due)
    const tokens = await signInAll(bench.services, 2 * due)
    const { during, seconds, alone } = await withBuiltCard(bench, (main, opened) => measure(reading(main, tokens, 'get'), () => workOff(opened)))
    const [ours, theirs] = [percentile(during, 0.99), percentile(alone, 0.99)]
    return [{
      what: `card/get's p99 beside jobs, ${reports} open reports, ${due} lapses, ${due} warnings`, ours: `${ours.toFixed(1)} ms, for ${seconds.toFixed(0)} s (${during.length} asked)`,
      baseline: `without them ${theirs.toFixed(1)} ms (${alone.length} asked)`, ratio: ours / theirs, target: { atMost: 1.5 },
    }]
  })
