import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'

/** Nobody walks to the thousandth outlet, and finding it costs more with every page. */
export const furthest = 1_000

const sign = (keys: Keys, search: object, offset: number) =>
  keys.hash('outletsCursor', `${offset}\n${JSON.stringify(search)}`).hash.slice(0, 32)

/**
 * Where a page ended, signed for this very search. It counts outlets: where the list changes between two pages, the second may repeat an
 * outlet of the first, or pass one over.
 */
export const cursorAt = (keys: Keys, search: object, offset: number): string => `${offset}.${sign(keys, search, offset)}`

/** How many outlets came before; 0 without a cursor. Refuses `invalidRequest` unless we made the cursor for this search. */
export const offsetOf = (keys: Keys, search: object, cursor: string | undefined): number => {
  if (cursor === undefined) return 0
  const offset = Number.parseInt(cursor, 10)
  if (Number.isNaN(offset) || cursor !== cursorAt(keys, search, offset)) throw new RequestError('invalidRequest', { field: 'cursor' })
  return offset
}
