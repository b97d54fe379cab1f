import type { Caller } from '../../runtime/caller'
import type { Keys } from '../../runtime/keys'
import type { Database } from '../database'
import type { CardView } from '../views'
import { keepPhoto, photoOf, type NewPhoto } from './photo'
import { acceptedWithinYear, orderOf, type OrderView } from './read'

/** Orders of new cards, of cards that have been seen. */
export interface Orders {
  /** The last one; null where there was never one. */
  of(view: Pick<CardView, 'cardKey' | 'card'>): Promise<OrderView | null>
  /** How many were accepted within the last year. */
  withinYear(cardKey: string): Promise<number>
  /** Keeps a photo for an application: its id. */
  keepPhoto(caller: Caller, photo: NewPhoto): Promise<string>
  /** The photo (JPEG as base64) that goes with an order; null where it is not there any more. */
  photoOf(cardKey: string, photoId: string): Promise<string | null>
}

export const ordersIn = (database: Database, keys: Keys): Orders => ({
  of: (view) => orderOf(database.run, keys, view),
  withinYear: (cardKey) => acceptedWithinYear(database.run, cardKey),
  keepPhoto: (caller, photo) => keepPhoto(database, keys, caller, photo),
  photoOf: (cardKey, photoId) => photoOf(database.run, keys, cardKey, photoId),
})

export type { OrderParts } from './parts'
export type { OrderView } from './read'
