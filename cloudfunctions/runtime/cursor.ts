import { RequestError } from './errors'
import type { Keys } from './keys'

/** Where a page of a list ended, signed so that it counts for this very list alone: `purpose` names the kind of list, `list` which one. */
export const cursorAt = (keys: Keys, purpose: string, list: string, position: number): string =>
  `${position}.${keys.hash(purpose, `${list}\n${position}`).hash.slice(0, 32)}`

/** Where to go on. Refuses `invalidRequest` unless we made the cursor for this very list. */
export const positionOf = (keys: Keys, purpose: string, list: string, cursor: string): number => {
  const position = Number.parseInt(cursor, 10)
  if (Number.isNaN(position) || cursor !== cursorAt(keys, purpose, list, position)) throw new RequestError('invalidRequest', { field: 'cursor' })
  return position
}

/** The same for a place that is more than a number; `place` has letters, digits, `_` and `-`, and dots between its parts. */
export const placeSigned = (keys: Keys, purpose: string, list: string, place: string): string =>
  `${place}.${keys.hash(purpose, `${list}\n${place}`).hash.slice(0, 24)}`

/** The place that we signed for this very list. Refuses `invalidRequest` for any other. */
export const placeIn = (keys: Keys, purpose: string, list: string, cursor: string): string => {
  const place = cursor.slice(0, Math.max(0, cursor.lastIndexOf('.')))
  if (cursor !== placeSigned(keys, purpose, list, place)) throw new RequestError('invalidRequest', { field: 'cursor' })
  return place
}
