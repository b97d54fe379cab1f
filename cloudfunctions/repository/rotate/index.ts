import { ConfigError } from '../../runtime/config-error'
import type { Keys } from '../../runtime/keys'
import type { Database } from '../database'
import { keyedColumns, nameOf, type KeyedColumn } from './columns'
import { countStanding, lockedAmong, say, staleAmong, type Standing } from './count'
import { walk } from './walk'

/** What a rotation is told of as it goes. */
export interface RotationListener {
  /** Values that are to be put under the current keys. */
  readonly onBegin: (values: number) => void
  readonly onChanged: (values: number) => void
  readonly onColumn: (column: string, changed: number, unreadable: number) => void
}

export interface Rotation {
  readonly changed: number
  /** What still stands under other keys than the current ones, in words. */
  readonly left: readonly string[]
  /** Configured keys that nothing stands under any more. */
  readonly removable: Readonly<Record<KeyedColumn['kind'], readonly string[]>>
}

/** How often what others held or changed meanwhile is tried again. */
const rounds = 5

const turn = async (database: Database, keys: Keys, column: KeyedColumn, { onChanged, onColumn }: RotationListener): Promise<number> => {
  let turned = await walk(database, keys, column, onChanged)
  let { changed } = turned
  for (let round = 1; turned.missed > 0 && round < rounds; round += 1) {
    turned = await walk(database, keys, column, onChanged)
    changed += turned.changed
  }
  if (changed > 0 || turned.unreadable > 0) onColumn(nameOf(column), changed, turned.unreadable)
  return changed
}

const removable = (keys: Keys, left: readonly Standing[]): Rotation['removable'] => {
  const free = (kind: KeyedColumn['kind']) =>
    keys.ids[kind].slice(1).filter((id) => !left.some(({ column, keyId }) => column.kind === kind && keyId === id))
  return { data: free('data'), hash: free('hash') }
}

/**
 * Puts every sealed value and every hash under the current keys, while the service serves. What is done is seen from the data, so it can
 * be ended at any point and begun again, also twice at once. Throws a ConfigError while a key is missing that something is sealed under.
 */
export const rotateKeys = async (connectionString: string, database: Database, keys: Keys, listener: RotationListener): Promise<Rotation> => {
  const before = await countStanding(connectionString)
  const locked = lockedAmong(before, keys)
  if (locked.length > 0) throw new ConfigError(`Sealed under a data key that is not configured: ${locked.map(say).join(', ')}. Give the key again.`)
  listener.onBegin(staleAmong(before, keys).reduce((sum, { count }) => sum + count, 0))
  let changed = 0
  for (const column of keyedColumns) changed += await turn(database, keys, column, listener)
  const left = staleAmong(await countStanding(connectionString), keys)
  return { changed, left: left.map(say), removable: removable(keys, left) }
}
