import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startDatabase } from '../../cloudfunctions/host/database'
import { loadFunctions } from '../../cloudfunctions/host/functions'
import { run, tellWrong, type Ran } from './run'
import { openStage } from './stage'

/** So many calls are made of one database: then it goes with its cards, so that neither memory nor disk grows. */
const callsOfDatabase = 10_000

/** `npm run soak -- [calls] [seed]`: a million calls, and a seed of the run's own, unless told otherwise. */
const [calls = 1_000_000, seed = Math.floor(Math.random() * 1_000_000)] = process.argv.slice(2).map(Number)

const functions = loadFunctions(join(__dirname, '../../dist/cloudfunctions'))

const onServer = async (address: string, text: string) => {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query(text)
  await client.end()
}

interface Soaked extends Omit<Ran, 'wrong'> {
  readonly wrong: readonly string[]
}

const and = (before: Soaked, ran: Ran): Soaked => ({
  calls: before.calls + ran.calls, unknown: before.unknown + ran.unknown, acknowledged: before.acknowledged + ran.acknowledged, faults: before.faults + ran.faults, cards: before.cards + ran.cards,
  playing: before.playing + ran.playing, checking: before.checking + ran.checking, wrong: [...before.wrong, ...ran.wrong.map(tellWrong)],
})

const seconds = (ms: number): string => `${(ms / 1000).toFixed(0)} s`
const rate = ({ calls: made, playing }: Pick<Ran, 'calls' | 'playing'>): string => `${Math.round(made / (playing / 1000))} calls a second`
const said = (ran: Omit<Ran, 'wrong'>): string =>
  `${ran.calls} calls of ${ran.cards} cards, ${ran.unknown} without an answer that counts; ${rate(ran)}; ${seconds(ran.playing)} calling, ${seconds(ran.checking)} checking; ${ran.faults} faults`

/** A line for about each thousand calls. */
const progress = (before: Soaked) => {
  let told = before.calls
  return (ran: Ran) => {
    const now = and(before, ran)
    if (now.calls - told < 1_000) return
    told = now.calls
    console.log(`${now.calls} of ${calls}, ${rate(now)}`)
  }
}

const round = async (address: string, nth: number, before: Soaked): Promise<Soaked> => {
  const database = Object.assign(new URL(address), { pathname: `/histories_${nth}` }).href
  await onServer(address, `create database histories_${nth}`)
  const stage = await openStage(functions, database)
  try {
    return and(before, await run(stage, database, seed + nth, { calls: Math.min(callsOfDatabase, calls - before.calls), onCards: progress(before) }))
  } finally {
    await stage.close()
    await onServer(address, `drop database histories_${nth} with (force)`)
  }
}

const soak = async (address: string): Promise<Soaked> => {
  let soaked: Soaked = { calls: 0, unknown: 0, acknowledged: 0, faults: 0, cards: 0, playing: 0, checking: 0, wrong: [] }
  for (let nth = 0; soaked.calls < calls && soaked.wrong.length === 0; nth += 1) {
    soaked = await round(address, nth, soaked)
  }
  return soaked
}

const main = async () => {
  console.log(`${calls} calls, seed ${seed}`)
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-soak-'))
  await chmod(folder, 0o711)
  const server = await startDatabase(join(folder, 'postgres'))
  try {
    const { wrong, ...soaked } = await soak(server.address('postgres'))
    wrong.forEach((one) => console.log(`\n${one}`))
    console.log(`\n${said(soaked)}\n${wrong.length === 0 ? 'The rules alone explain every answer.' : 'Not every answer is explained.'}`)
    process.exitCode = wrong.length === 0 && soaked.faults === 0 ? 0 : 1
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

void main()
