import * as signed from '../runtime/cursor'
import type { Keys } from '../runtime/keys'

/** Nobody walks to the thousandth outlet, and finding it costs more with every page. */
export const furthest = 1_000

const purpose = 'outletsCursor'

/**
 * Where a page ended, signed for this very search. It counts outlets: where the list changes between two pages, the second may repeat an
 * outlet of the first, or pass one over.
 */
export const cursorAt = (keys: Keys, search: object, offset: number): string => signed.cursorAt(keys, purpose, JSON.stringify(search), offset)

/** How many outlets came before; 0 without a cursor. Refuses `invalidRequest` unless we made the cursor for this search. */
export const offsetOf = (keys: Keys, search: object, cursor: string | undefined): number =>
  cursor === undefined ? 0 : signed.positionOf(keys, purpose, JSON.stringify(search), cursor)
