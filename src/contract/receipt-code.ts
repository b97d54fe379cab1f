import * as v from 'valibot'
import { reissueKinds } from '@/domain/words'

/** What a collection receipt says to whoever scans it: no ID number, no full name. */
export interface ReceiptClaims {
  /** The key it is signed with. */
  readonly keyId: string
  /** The order's id. */
  readonly number: string
  readonly maskedName: string
  readonly maskedNumber: string
  readonly kind: (typeof reissueKinds)[number]
  /** Whole seconds since 1970-01-01T00:00:00Z. */
  readonly acceptedAt: number
  /** The civil day the card is ready; null where the calendar does not reach it yet. */
  readonly ready: string | null
  readonly meanwhile: 'voucher' | 'reimburse'
  readonly city: string
  /** The last civil day on which it is plausible that the card has not been collected. */
  readonly until: string
}

const format = 1
const day = v.pipe(v.string(), v.isoDate())
const text = (maximum: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(maximum))
const payload = v.strictTuple([
  v.literal(format), text(16), text(64), text(64), text(32), v.picklist(reissueKinds), v.pipe(v.number(), v.integer()),
  v.nullable(day), v.picklist(['voucher', 'reimburse']), text(32), day,
])

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')

/** Null for what is not just what `toBase64Url` makes of some bytes. */
const fromBase64Url = (written: string): Uint8Array | null => {
  if (!/^[\w-]+$/.test(written) || written.length % 4 === 1) return null
  const bytes = Uint8Array.from(atob(written.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0))
  return toBase64Url(bytes) === written ? bytes : null
}

/** The part of a code that is signed: the claims as a JSON list, in UTF-8, as base64url. */
export const receiptToSign = (claims: ReceiptClaims): string => {
  const { keyId, number, maskedName, maskedNumber, kind, acceptedAt, ready, meanwhile, city, until } = claims
  const list = [format, keyId, number, maskedName, maskedNumber, kind, acceptedAt, ready, meanwhile, city, until]
  return toBase64Url(new TextEncoder().encode(JSON.stringify(list)))
}

/** The text of a receipt's QR code: what is signed, a dot, and the signature (DER). */
export const receiptCode = (toSign: string, signature: Uint8Array): string => `${toSign}.${toBase64Url(signature)}`

const claimsIn = (bytes: Uint8Array): ReceiptClaims | null => {
  try {
    const [, keyId, number, maskedName, maskedNumber, kind, acceptedAt, ready, meanwhile, city, until] =
      v.parse(payload, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return { keyId, number, maskedName, maskedNumber, kind, acceptedAt, ready, meanwhile, city, until }
  } catch {
    return null
  }
}

export interface ReadReceipt {
  readonly claims: ReceiptClaims
  readonly signed: string
  readonly signature: Uint8Array
}

/** Far longer than any receipt. */
const longest = 2000

/** What a code says, and over what it is signed; null for any other text. Whether the signature holds is not looked at. */
export const readReceiptCode = (code: string): ReadReceipt | null => {
  if (code.length > longest) return null
  const [signed = '', written = '', ...more] = code.split('.')
  const [bytes, signature] = [fromBase64Url(signed), fromBase64Url(written)]
  const claims = bytes && more.length === 0 ? claimsIn(bytes) : null
  return claims && signature ? { claims, signed, signature } : null
}
