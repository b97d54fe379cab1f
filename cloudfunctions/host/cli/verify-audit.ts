import { parseArgs } from 'node:util'
import * as v from 'valibot'
import { verifyRecord, type KnownHead, type Part } from '../../repository'
import { checkingKeys, type Key } from '../../runtime/key-list'
import { settingsFrom } from '../settings'
import { runCommand, secondsSince } from './command'

const usage = `Usage: npm run audit:verify -- [--head POSITION:HASH] [--part N/OF] [--public-keys ID:HEX,…]
With --public-keys and DATABASE_URL nothing else of the service's settings is asked for.`

const options = { head: { type: 'string' }, part: { type: 'string', default: '1/1' }, 'public-keys': { type: 'string' } } as const

/** So many events are between two lines that say how far it is. */
const sayEvery = 100_000

const headIn = (text: string | undefined): KnownHead | null => {
  if (text === undefined) return null
  const [, position, hash] = /^(\d{1,9}):([0-9a-f]{64})$/.exec(text) ?? []
  if (position === undefined || hash === undefined) throw new Error('--head is POSITION:HASH, as the log or an earlier run has said it.')
  return { position: Number(position), hash }
}

const partIn = (text: string): Part => {
  const [, nth = 0, of = 0] = (/^(\d{1,3})\/(\d{1,3})$/.exec(text) ?? []).map(Number)
  if (nth < 1 || nth > of) throw new Error('--part is the number of a part and how many there are: 1/4, 2/4, 3/4, 4/4.')
  return { nth, of }
}

const keysIn = (text: string): readonly Key[] => {
  const parsed = v.safeParse(checkingKeys, text)
  if (!parsed.success) throw new Error(`--public-keys ${parsed.issues[0].message}.`)
  return parsed.output
}

/** Where the record is, and by which keys its heads are checked. */
const withRecord = async <T>(publicKeys: string | undefined, work: (databaseUrl: string, keys: readonly Key[]) => Promise<T>): Promise<T> => {
  const { DATABASE_URL: address } = process.env
  if (publicKeys !== undefined && address) return work(address, keysIn(publicKeys))
  const { config, stop } = await settingsFrom(process.env)
  try {
    return await work(config.databaseUrl, publicKeys === undefined ? config.auditKeys : keysIn(publicKeys))
  } finally {
    await stop()
  }
}

const progress = () => {
  let events = 0
  return (count: number): void => {
    events += count
    if (Math.floor(events / sayEvery) > Math.floor((events - count) / sayEvery)) console.log(`${events} events so far`)
  }
}

export const command = async (args: string[]): Promise<boolean> => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  if (positionals.length > 0) throw new Error(usage)
  const [known, part, started] = [headIn(values.head), partIn(values.part), performance.now()]
  const audit = await withRecord(values['public-keys'], (databaseUrl, keys) => verifyRecord(databaseUrl, { keys, known, part, onEvents: progress() }))
  const { events, cards, heads, acts, last, broken } = audit
  console.log(`${events} event(s) of ${cards} card(s), ${heads} head(s) and ${acts} act(s) of operators were checked in ${secondsSince(started)} s.`)
  if (last) console.log(`The last head is ${last.position}:${last.hash}`)
  for (const place of broken) console.log(`BROKEN ${place}`)
  return broken.length === 0
}

runCommand(module, command)
