import { sm2 } from 'sm-crypto-v2'
import type { Key } from './key-list'

export const hexOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')
const privateBytes = 32

/** Whether a key can sign; else it only checks. */
export const signs = ({ bytes }: Key): boolean => bytes.length === privateBytes

/** A point of the curve, uncompressed: 04 and its two coordinates in hex. */
export const pointOf = (key: Key): string => (signs(key) ? sm2.getPublicKeyFromPrivateKey(hexOf(key.bytes)) : hexOf(key.bytes))
