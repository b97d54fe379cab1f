import { parseArgs } from 'node:util'
import startTestServer from '../support/database/global-setup'
import { inputsOf } from './arbitrary'
import { run, type Found, type Ran } from './run'
import { slowBodies } from './slow'

/** So many inputs are sent to one database: then it goes with its cards, so that states of every kind are met again. */
const inputsOfDatabase = 2_000

const { values } = parseArgs({ options: { seed: { type: 'string' }, count: { type: 'string', default: '100000' } } })
const seed = Number(values.seed ?? Math.floor(Math.random() * 1_000_000))
const total = Number(values.count)

const tell = ({ input, wrong }: Found): void => console.log(`\n${wrong.join('; ')}\n${JSON.stringify(input)}`)

const round = async (nth: number, count: number): Promise<Ran> => {
  const ran = await run(inputsOf(seed + nth, count))
  ran.found.forEach(tell)
  ran.process.forEach((wrong) => console.log(`\n${wrong}`))
  return ran
}

const said = (counts: ReadonlyMap<string, number>): string => [...counts].sort().map(([outcome, times]) => `${outcome}: ${times}`).join(', ')

const main = async () => {
  console.log(`${total} inputs, seed ${seed}`)
  const started = performance.now()
  await startTestServer()
  const slow = slowBodies()
  const outcomes = new Map<string, number>()
  const reached = new Set<string>()
  let [wrong, grown] = [0, 0]
  for (let nth = 0; nth * inputsOfDatabase < total; nth += 1) {
    const ran = await round(nth, Math.min(inputsOfDatabase, total - nth * inputsOfDatabase))
    wrong += ran.found.length + ran.process.length
    grown = Math.max(grown, ran.heapGrowth)
    ran.outcomes.forEach((times, outcome) => outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + times))
    ran.reached.forEach((name) => reached.add(name))
    console.log(`${Math.min(total, (nth + 1) * inputsOfDatabase)} of ${total}, ${Math.round((performance.now() - started) / 1000)} s, ${wrong} found`)
  }
  const held = await slow
  held.forEach((one) => console.log(one))
  wrong += held.length
  console.log(`\n${said(outcomes)}\n${reached.size} operations answered well; the heap grew by ${Math.round(grown / 1024)} KB at most within a round; ${wrong} found`)
  process.exitCode = wrong === 0 ? 0 : 1
}

void main()
