import type { Keys } from '../../runtime/keys'
import { inOneSnapshot } from '../import/session'
import { keyedColumns, nameOf, type KeyedColumn } from './columns'
import { countOf } from './statements'

/** How many values of a column stand under one key. */
export interface Standing {
  readonly column: KeyedColumn
  readonly keyId: string
  readonly count: number
}

/** What stands under which key at one moment. It reads the tables whole, and waits for nobody. */
export const countStanding = (connectionString: string): Promise<readonly Standing[]> =>
  inOneSnapshot(connectionString, async (session) => {
    const found: Standing[] = []
    for (const column of keyedColumns) {
      const rows = await session.query<{ under: string; count: number }>(countOf(column))
      found.push(...rows.map(({ under, count }) => ({ column, keyId: under, count })))
    }
    return found
  })

/** What is still to be put under the current keys. */
export const staleAmong = (standing: readonly Standing[], keys: Keys): readonly Standing[] =>
  standing.filter(({ column, keyId }) => keyId !== keys.ids[column.kind][0])

/** The values that cannot be opened with the keys that are configured. A hash is made anew from what is sealed, whatever made the old one. */
export const lockedAmong = (standing: readonly Standing[], keys: Keys): readonly Standing[] =>
  standing.filter(({ column, keyId }) => column.kind === 'data' && !keys.ids.data.includes(keyId))

export const say = ({ column, keyId, count }: Standing): string => `${count} in ${nameOf(column)} under ${keyId}`
