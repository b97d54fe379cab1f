import { ConfigError } from '../runtime/config-error'
import type { Key } from '../runtime/key-list'
import { hexOf, pointOf } from '../runtime/sm2-keys'

/** SubjectPublicKeyInfo (RFC 5480) up to the point itself: of an elliptic curve, which is sm2p256v1. */
const header = Buffer.from(['3059301306072a8648ce3d0201', '06082a811ccf5501822d', '034200'].join(''), 'hex')
const lineLength = /.{1,64}/g

const pemOf = (key: Key): string => {
  const base64 = Buffer.concat([header, Buffer.from(pointOf(key), 'hex')]).toString('base64')
  return ['-----BEGIN PUBLIC KEY-----', ...(base64.match(lineLength) ?? []), '-----END PUBLIC KEY-----', ''].join('\n')
}

/** What whoever checks receipts has to know: every key that signs or once did, as PEM. */
export const publishedKeys = (keys: readonly Key[]): { readonly keys: readonly { readonly id: string; readonly pem: string }[] } =>
  ({ keys: keys.map((key) => ({ id: key.id, pem: pemOf(key) })) })

/** The key that signs now. Refuses with a ConfigError where none was given. */
export const signingKey = ([current]: readonly Key[]): { readonly id: string; readonly privateKey: string; readonly publicKey: string } => {
  if (!current) throw new ConfigError('RECEIPT_KEYS is not set, and a receipt is asked for.')
  return { id: current.id, privateKey: hexOf(current.bytes), publicKey: pointOf(current) }
}
