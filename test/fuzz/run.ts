import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { openFileStage, wrongInImport, type FileStage } from './files'
import { isFile, type Input } from './input'
import { peopleOf, type People } from './people'
import { play } from './play'
import { operationAt, wrongInLines } from './properties'
import { atWork, openStage, type Stage } from './stage'

/** An input that was not answered as it should be, and why. */
export interface Found {
  readonly input: Input
  readonly wrong: readonly string[]
}

export interface Ran {
  readonly inputs: number
  readonly found: readonly Found[]
  /** What is wrong with the process by the end: lines of its log, connections, memory, what nobody caught. */
  readonly process: readonly string[]
  /** How often each outcome came: a caller with a status, a file. */
  readonly outcomes: ReadonlyMap<string, number>
  /** Operations that were answered well at least once. */
  readonly reached: ReadonlySet<string>
  readonly heapGrowth: number
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void
const heap = (): number => {
  collect()
  return process.memoryUsage().heapUsed
}

/** So much (bytes) the heap may be larger after all inputs than after the first fifth, when everything has been loaded. */
const mostGrowth = 64 * 1024 * 1024

interface Running {
  readonly stage: Stage
  readonly files: FileStage
  readonly people: People
  readonly outcomes: Map<string, number>
  readonly reached: Set<string>
}

const count = ({ outcomes }: Running, outcome: string): void => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)

const one = async (running: Running, input: Input): Promise<readonly string[]> => {
  if (isFile(input)) {
    const wrong = await wrongInImport(running.files, input)
    count(running, `file ${input.importer}`)
    return wrong
  }
  const { came, wrong } = await play(running.stage, running.people, input)
  count(running, `${input.caller} ${came.kind === 'answer' ? came.status : came.kind}`)
  const operation = operationAt(input)
  if (operation && came.kind === 'answer' && came.status === 200) running.reached.add(operation)
  return wrong
}

/** Errors that nobody caught while something ran. */
const uncaught = async <T>(run: () => Promise<T>): Promise<readonly [T, readonly string[]]> => {
  const seen: string[] = []
  const note = (thrown: unknown) => void seen.push(`nobody caught ${thrown instanceof Error ? thrown.stack : String(thrown)}`)
  process.on('unhandledRejection', note).on('uncaughtException', note)
  try {
    return [await run(), seen]
  } finally {
    process.off('unhandledRejection', note).off('uncaughtException', note)
  }
}

const through = async (running: Running, inputs: readonly Input[], told: (played: number, found: number) => void) => {
  const found: Found[] = []
  let early = 0
  for (const [nth, input] of inputs.entries()) {
    if (nth === Math.floor(inputs.length / 5)) early = heap()
    const wrong = await one(running, input)
    if (wrong.length > 0) found.push({ input, wrong })
    told(nth + 1, found.length)
  }
  return { found, heapGrowth: heap() - early }
}

/** Sends all inputs, one after the other, to a host of their own. */
export const run = async (inputs: readonly Input[], told: (played: number, found: number) => void = () => undefined): Promise<Ran> => {
  const stage = await openStage()
  const files = await openFileStage()
  const running: Running = { stage, files, people: peopleOf(stage), outcomes: new Map(), reached: new Set() }
  try {
    const [{ found, heapGrowth }, thrown] = await uncaught(() => through(running, inputs, told))
    const busy = await atWork(stage)
    const { outcomes, reached } = running
    const wrong = [
      ...thrown, ...new Set(wrongInLines(stage.lines)), ...(busy > 0 ? [`${busy} connections did not come back`] : []),
      ...(heapGrowth > mostGrowth ? [`the heap grew by ${heapGrowth} bytes`] : []),
    ]
    return { inputs: inputs.length, found, process: wrong, outcomes, reached, heapGrowth }
  } finally {
    await files.close()
    await stage.close()
  }
}
