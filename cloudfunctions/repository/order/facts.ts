import { day } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { clock } from '../database'
import type { OrderPrivateTable } from '../schema'
import { openParts, type KeptParts } from './parts'

/** How long (ms) an accepted order counts among those of the last year. */
const year = 365 * day

/** What a change has to know of a card's orders, beside the facts of the card. */
export interface OrderRow {
  readonly order_parts: readonly OrderPrivateTable[] | null
  readonly within_year: number
  readonly photos: readonly string[] | null
}

/** How many orders of a card `c` were accepted within the last year; `key` is the card's key where the statement is given it. */
export const withinYear = (key = 'c.card_key'): string => `(select count(*)::integer from reissue i where i.card_key = ${key} and i.accepted_at > ${clock} - ${year}) as within_year`
const parts = (key: string) => `(select json_agg(o) from order_private o where o.card_key = ${key}) as order_parts`
const photos = (key: string) => `(select array_agg(f.photo_id) from photo f where f.card_key = ${key} and (f.until_at is null or f.until_at > ${clock})) as photos`

/** The columns of an OrderRow, for a card named `c`, with its key as `cardColumns` takes it. */
export const orderColumns = (key = 'c.card_key'): string => `${parts(key)}, ${withinYear(key)}, ${photos(key)}`

const none: KeptParts = { addressBy: null, newCardKey: null }

/** What goes with an order; nothing of one that has nothing. */
export const partsIn = (keys: Keys, { order_parts: rows }: Pick<OrderRow, 'order_parts'>, orderId: string | undefined): KeptParts => {
  const row = rows?.find(({ reissue_id: id }) => id === orderId)
  return row ? openParts(keys, row) : none
}
