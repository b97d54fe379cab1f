import * as v from 'valibot'
import { address, type AddressOnWire } from '@/contract/reissue-shapes'
import type { Keys } from '../../runtime/keys'
import type { OrderPrivateTable } from '../schema'

/** What goes with an order and is kept apart from its card. What is left out stays as it was. */
export interface OrderParts {
  readonly address?: AddressOnWire | undefined
  /** A photo of this card that was uploaded before. */
  readonly photoId?: string | undefined
  /** Where the new card is collected, as the contract names an outlet. */
  readonly outlet?: string | undefined
  readonly trackingNumber?: string | undefined
  /** The new card's number, and the civil day it was issued on. */
  readonly newNumber?: string | undefined
  readonly newIssuedOn?: string | undefined
}

/** The same as kept: with who gave the address, and the new card once it is in the record. */
export interface KeptParts extends OrderParts {
  readonly addressBy: string | null
  readonly newCardKey: string | null
}

/** What was given of an order, sealed; null is left as it was. */
export type SealedParts = Omit<OrderPrivateTable, 'card_key' | 'reissue_id' | 'new_card_key' | 'over_at'>

/** What an address and a new number are sealed for: their order. */
const place = (cardKey: string, orderId: string) => `${cardKey}.${orderId}`

/** `by`: who stands behind it. */
export const sealParts = (keys: Keys, cardKey: string, orderId: string, parts: OrderParts, by: string): SealedParts => {
  const seal = (text: string | undefined) => (text === undefined ? null : keys.seal(text, place(cardKey, orderId)))
  return {
    sealed_address: seal(parts.address && JSON.stringify(parts.address)),
    address_by: parts.address ? by : null,
    photo_id: parts.photoId ?? null,
    outlet: parts.outlet ?? null,
    tracking_number: parts.trackingNumber ?? null,
    sealed_new_number: seal(parts.newNumber),
    new_issued_on: parts.newIssuedOn ?? null,
  }
}

export const openParts = (keys: Keys, row: OrderPrivateTable): KeptParts => {
  const open = (sealed: string | null) => (sealed === null ? undefined : keys.open(sealed, place(row.card_key, row.reissue_id)))
  const sent = open(row.sealed_address)
  return {
    address: sent === undefined ? undefined : v.parse(address, JSON.parse(sent)),
    addressBy: row.address_by,
    photoId: row.photo_id ?? undefined,
    outlet: row.outlet ?? undefined,
    trackingNumber: row.tracking_number ?? undefined,
    newNumber: open(row.sealed_new_number),
    newIssuedOn: row.new_issued_on ?? undefined,
    newCardKey: row.new_card_key,
  }
}

/** Whether everything that is given is kept already. */
export const isKept = (kept: OrderParts, { address: sent, ...given }: OrderParts): boolean =>
  (sent === undefined || JSON.stringify(sent) === JSON.stringify(kept.address))
  && (Object.keys(given) as (keyof typeof given)[]).every((name) => given[name] === undefined || given[name] === kept[name])
