import { median } from './median'
import type { Options } from './options'
import { fillBulk } from './record/bulk'
import { lookups, type Lookup } from './record/scripts'
import { atOnce, theirRound, type Measured } from './record/sides'
import type { Row } from './table'
import { withServer, withServices } from './with-database'

const few = 100_000
/** Written by one statement each. */
const stretch = 1_000_000

const fillWith = (address: string, folder: string, cards: number): Promise<void> =>
  withServices(address, folder, async ({ client, services }) => {
    for (let from = 0; from < cards; from += stretch) await fillBulk(client, services.keys, from, Math.min(cards, from + stretch))
    await client.query('vacuum analyze')
  })

interface Filled {
  readonly address: string
  readonly cards: number
}

/** Of anybody each, in two records of one server, turn by turn; the first turn warms up. */
const measure = async (operation: Lookup, folder: string, filled: readonly [many: Filled, few: Filled], { rounds, seconds }: Options): Promise<Row[]> => {
  const taken: [Measured[], Measured[]] = [[], []]
  for (let round = 0; round <= rounds; round += 1) {
    for (const [side, { address, cards }] of filled.entries()) {
      const one = await theirRound(folder, { address, script: lookups[operation](cards), seconds })
      if (round > 0) taken[side]?.push(one)
    }
  }
  const [ours, theirs] = taken.map((rounds) => ({ wait: 1e6 * atOnce / median(rounds.map((one) => one.rate)), work: median(rounds.map((one) => one.database)) }))
  const row = (of: 'wait' | 'work', unit: string): Row => ({
    what: `lookup of card/${operation} among ${filled[0].cards} cards, ${unit}`, ours: `${ours?.[of].toFixed(0)} µs`, baseline: `among ${filled[1].cards} cards ${theirs?.[of].toFixed(0)} µs`,
    ratio: (ours?.[of] ?? NaN) / (theirs?.[of] ?? NaN), target: { atMost: 1.2 },
  })
  return [row('wait', `${atOnce} at once`), row('work', 'processor')]
}

/** What a lookup costs the database among many cards, against the same among few: `--cards=10000000` takes 10 GB and most of an hour. */
export const measureLookups = (options: Options): Promise<Row[]> =>
  withServer(async (addressOf, folder) => {
    const filled = [{ address: await addressOf('many'), cards: options.cards }, { address: await addressOf('few'), cards: few }] as const
    for (const { address, cards } of filled) await fillWith(address, folder, cards)
    const rows: Row[] = []
    for (const operation of ['get', 'list'] as const) rows.push(...await measure(operation, folder, filled, options))
    return rows
  })
