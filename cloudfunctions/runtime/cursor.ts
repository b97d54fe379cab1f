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
