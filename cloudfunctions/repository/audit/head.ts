import { createHash } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import type { Instant } from '@/domain/time'
import type { Key } from '../../runtime/key-list'
import { hexOf, pointOf } from '../../runtime/sm2-keys'

/** The last event of a card that a head takes in, and its hash; null where the event is gone. */
export interface Leaf {
  readonly cardKey: string
  readonly seq: number
  readonly hash: string | null
}

/** What a head says: what has been written since the one before it. */
export interface HeadClaims {
  /** Heads are numbered from 1 without a gap. */
  readonly position: number
  readonly at: Instant
  readonly leaves: number
  /** SM3 over the leaves. */
  readonly digest: string
  /** How many acts of operators there were, and the hash of the last. */
  readonly acts: number
  readonly actsHash: string
  /** The hash of the head before. */
  readonly previous: string
}

export interface SignedHead extends HeadClaims {
  readonly hash: string
  readonly keyId: string
  readonly signature: string
}

/** SM3 over lines of card key, seq and hash, in the order of the card keys' bytes. */
export const digestOf = (leaves: readonly Leaf[]): string => {
  const hash = createHash('sm3')
  for (const { cardKey, seq, hash: of } of leaves) hash.update(`${cardKey} ${seq} ${of ?? ''}\n`)
  return hash.digest('hex')
}

export const hashOfHead = ({ position, at, leaves, digest, acts, actsHash, previous }: HeadClaims): string =>
  createHash('sm3').update(JSON.stringify([position, at, leaves, digest, acts, actsHash, previous])).digest('hex')

const bytesOf = (hash: string) => new TextEncoder().encode(hash)

/** SM2 with SM3 under the usual user id, in DER, over the hash in hex. */
export const signHead = (claims: HeadClaims, key: Key): SignedHead => {
  const hash = hashOfHead(claims)
  const signature = sm2.doSignature(bytesOf(hash), hexOf(key.bytes), { der: true, hash: true, publicKey: pointOf(key) })
  return { ...claims, hash, keyId: key.id, signature }
}

/** Whether one of the keys has signed a head. */
export const isSigned = ({ hash, keyId, signature }: SignedHead, keys: readonly Key[]): boolean => {
  const key = keys.find(({ id }) => id === keyId)
  try {
    return key !== undefined && sm2.doVerifySignature(bytesOf(hash), signature, pointOf(key), { der: true, hash: true })
  } catch {
    // what is no signature at all
    return false
  }
}
