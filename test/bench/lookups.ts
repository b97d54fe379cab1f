import { median } from './median'
import type { Options } from './options'
import { fillBulk } from './record/bulk'
import { pgbench } from './record/pgbench'
import { lookups, type Lookup } from './record/scripts'
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

interface Record {
  readonly address: string
  readonly cards: number
}

/** µs of one lookup after another, each of anybody, in two records of one server, turn by turn. */
const measure = async (operation: Lookup, small: Record, large: Record, { rounds, seconds }: Options): Promise<Row> => {
  const taken = { small: [] as number[], large: [] as number[] }
  const microseconds = async ({ address, cards }: Record) => 1e6 / await pgbench({ address, script: lookups[operation](cards), clients: 1, seconds })
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [await microseconds(small), await microseconds(large)]
    // the first warms up
    if (round === 0) continue
    taken.small.push(one)
    taken.large.push(other)
  }
  const [ours, beside] = [median(taken.large), median(taken.small)]
  return {
    what: `lookup of card/${operation} among ${large.cards} cards`, ours: `${ours.toFixed(0)} µs`, baseline: `among ${small.cards} cards ${beside.toFixed(0)} µs`,
    ratio: ours / beside, target: { atMost: 1.2 },
  }
}

/** What a lookup costs the database among many cards, against the same among few: `--cards=10000000` takes 10 GB and most of an hour. */
export const measureLookups = (options: Options): Promise<Row[]> =>
  withServer(async (addressOf, folder) => {
    const [small, large] = [{ address: await addressOf('few'), cards: few }, { address: await addressOf('many'), cards: options.cards }]
    for (const { address, cards } of [small, large]) await fillWith(address, folder, cards)
    const rows: Row[] = []
    for (const operation of ['get', 'list'] as const) rows.push(await measure(operation, small, large, options))
    return rows
  })
