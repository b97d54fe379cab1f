import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'

const sign = (keys: Keys, cardId: string, seq: number) => keys.hash('cursor', `${cardId}\n${seq}`).hash.slice(0, 32)

/** Where a page ended, signed for this card. */
export const cursorAfter = (keys: Keys, cardId: string, seq: number): string => `${seq}.${sign(keys, cardId, seq)}`

/** Where to go on. Refuses `invalidRequest` unless we made the cursor for this very card. */
export const seqOfCursor = (keys: Keys, cardId: string, cursor: string): number => {
  const seq = Number.parseInt(cursor, 10)
  if (Number.isNaN(seq) || cursor !== cursorAfter(keys, cardId, seq)) throw new RequestError('invalidRequest', { field: 'cursor' })
  return seq
}
