import { sm2 } from 'sm-crypto-v2'
import { readReceiptCode, type ReadReceipt, type ReceiptClaims } from '@/contract/receipt-code'
import { endOfDay, type Instant } from '@/domain/time'
import { minute } from '@/domain/units'
import { readSignature } from './der'
import type { PublishedKey } from './keys'

/** What a text turns out to be. `behind`: the clock here reads a time at which the receipt was not made yet. */
export type Checked =
  | { readonly is: 'unreadable' | 'unknownKey' | 'notGenuine' }
  | { readonly is: 'genuine' | 'past' | 'behind'; readonly claims: ReceiptClaims }

/** Clocks that agree as well as clocks do. */
const tolerance = 10 * minute
const second = 1000

const holds = ({ signed, signature }: ReadReceipt, publicKey: string): boolean => {
  const numbers = readSignature(signature)
  try {
    return numbers !== null && sm2.doVerifySignature(new TextEncoder().encode(signed), numbers, publicKey, { hash: true })
  } catch {
    // a number that no signature has, or a key that is no point
    return false
  }
}

const timeOf = ({ acceptedAt, until }: ReceiptClaims, now: Instant): 'genuine' | 'past' | 'behind' => {
  if (acceptedAt * second > now + tolerance) return 'behind'
  return now < endOfDay(until) ? 'genuine' : 'past'
}

/** Checks a code by itself: whether somebody collected the card meanwhile only the record knows. */
export const checkReceipt = (text: string, keys: readonly PublishedKey[], now: Instant): Checked => {
  const read = readReceiptCode(text.trim())
  if (!read) return { is: 'unreadable' }
  const key = keys.find(({ id }) => id === read.claims.keyId)
  if (!key) return { is: 'unknownKey' }
  return holds(read, key.publicKey) ? { is: timeOf(read.claims, now), claims: read.claims } : { is: 'notGenuine' }
}
