import { codeOf } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import type { Database } from '../database'
import { before, type KeyedColumn, type RowKey, type StaleRow } from './columns'
import { pageOf, writeOf } from './statements'

/** What came of the rows that stood under an old key. */
export interface Turned {
  readonly changed: number
  /** Someone held or changed them meanwhile. */
  readonly missed: number
  /** They do not open: altered, or copied from another row. They stay as they are. */
  readonly unreadable: number
}

interface Page {
  readonly last: RowKey | null
  readonly stale: readonly StaleRow[] | null
}

const none: Turned = { changed: 0, missed: 0, unreadable: 0 }
const sum = (a: Turned, b: Turned): Turned =>
  ({ changed: a.changed + b.changed, missed: a.missed + b.missed, unreadable: a.unreadable + b.unreadable })

/** One value that does not open keeps no other from its new key. */
const anewOf = (column: KeyedColumn, keys: Keys, row: StaleRow): string | null => {
  try {
    return column.anew(keys, row)
  } catch {
    return null
  }
}

const write = async (database: Database, keys: Keys, column: KeyedColumn, stale: readonly StaleRow[]): Promise<Turned> => {
  const all = stale.map((row) => ({ ...row, anew: anewOf(column, keys, row) }))
  const rows = all.filter(({ anew }) => anew !== null)
  const lists = [...column.key.map((_, index) => rows.map(({ key }) => key[index])), rows.map(({ was }) => was), rows.map(({ anew }) => anew)]
  const values = column.kind === 'hash' ? [...lists, keys.ids.hash[0]] : lists
  const written = await database.run({ ...writeOf(column), values }).catch((thrown: unknown) => {
    // the same hash has just been written under the current key
    if (codeOf(thrown) === '23505') return []
    throw thrown
  })
  return { changed: written.length, missed: rows.length - written.length, unreadable: all.length - rows.length }
}

/** Puts every value of a column under the current key, one batch after the other in the order of the rows' keys. */
export const walk = async (database: Database, keys: Keys, column: KeyedColumn, onChanged: (count: number) => void): Promise<Turned> => {
  let turned = none
  for (let after: RowKey | null = column.key.map(before); after !== null;) {
    const [page]: Page[] = await database.run<Page>({ ...pageOf(column), values: [keys.ids[column.kind][0], ...after] })
    const found = page?.stale ? await write(database, keys, column, page.stale) : none
    onChanged(found.changed)
    turned = sum(turned, found)
    after = page?.last ?? null
  }
  return turned
}
