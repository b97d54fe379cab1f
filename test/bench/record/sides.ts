import { median } from '../median'
import { usedSoFar } from '../processor'
import type { Row, Target } from '../table'
import type { Call } from './calls'
import { pgbench, type Load } from './pgbench'

/** So many are always under way. */
export const atOnce = 32

/** What one round of one side came to: answers a second, and µs of the processor an answer, of the database and of whoever asks it. */
export interface Measured {
  readonly rate: number
  readonly database: number
  readonly asking: number
}

const measured = async (folder: string, run: () => Promise<{ rate: number; answers: number }>): Promise<Measured> => {
  const before = usedSoFar(folder)
  const { rate, answers } = await run()
  const after = usedSoFar(folder)
  const each = (ms: number) => (ms * 1000) / answers
  return { rate, database: each(after.database - before.database), asking: each(after.here - before.here + after.programs - before.programs) }
}

export const theirRound = (folder: string, load: Omit<Load, 'clients'>): Promise<Measured> =>
  measured(folder, async () => {
    const rate = await pgbench({ ...load, clients: atOnce })
    return { rate, answers: rate * load.seconds }
  })

export interface Turn {
  readonly folder: string
  readonly seconds: number
  /** The first call's number, and that of the first that is not made any more. */
  readonly from: number
  readonly to: number
}

export const ourRound = ({ folder, seconds, from, to }: Turn, call: Call): Promise<Measured> =>
  measured(folder, async () => {
    const started = performance.now()
    let next = from
    const worker = async () => {
      while (performance.now() - started < seconds * 1000 && next < to) await call(next++)
    }
    await Promise.all(Array.from({ length: atOnce }, worker))
    return { rate: ((next - from) / (performance.now() - started)) * 1000, answers: next - from }
  })

export interface Sides {
  readonly ours: readonly Measured[]
  readonly theirs: readonly Measured[]
}

const middle = (rounds: readonly Measured[], of: (one: Measured) => number): number => median(rounds.map(of))
const whole = ({ database, asking }: Measured) => database + asking
const cost = (rounds: readonly Measured[], asking: string): string =>
  `${middle(rounds, whole).toFixed(0)} µs (${asking} ${middle(rounds, (one) => one.asking).toFixed(0)}, database ${middle(rounds, (one) => one.database).toFixed(0)})`

/** Answers a second with the target; and the processor's time an answer, which other programs' work on the machine disturbs less. */
export const rowsOf = (what: string, baseline: string, { ours, theirs }: Sides, target?: Target): Row[] => {
  const rate = (rounds: readonly Measured[]) => middle(rounds, (one) => one.rate)
  return [
    { what: `${what}, ${atOnce} at once`, ours: `${rate(ours).toFixed(0)}/s`, baseline: `${baseline} ${rate(theirs).toFixed(0)}/s`, ratio: rate(ours) / rate(theirs), ...(target && { target }) },
    { what: `${what}, processor`, ours: cost(ours, 'function'), baseline: cost(theirs, 'pgbench'), ratio: middle(theirs, whole) / middle(ours, whole) },
  ]
}
