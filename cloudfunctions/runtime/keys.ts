import { createHmac, randomBytes } from 'node:crypto'
import { sm4 } from 'sm-crypto-v2'
import { ConfigError } from './config-error'
import type { Key, KeySet } from './key-list'

/** Personal data at rest. Every value says which key made it. */
export interface Keys {
  /** Encrypts a text for one row; the same text sealed twice reads differently. */
  seal(text: string, row: string): string
  /** The text again. Throws when the value was altered, belongs to another row, or its key is unknown. */
  open(sealed: string, row: string): string
  /** A keyed hash to find a value by, different for each purpose. Always with the current key. */
  hash(purpose: string, text: string): Hashed
  /** The same by every key, the current one first: what was found by an older key is found until it is hashed anew. */
  hashes(purpose: string, text: string): readonly Hashed[]
  /** The names of the configured keys, the current one first. */
  readonly ids: { readonly data: readonly string[]; readonly hash: readonly string[] }
}

/** A keyed hash and the key that made it. */
export interface Hashed {
  readonly hash: string
  readonly keyId: string
}

const nonceBytes = 12
const tagBytes = 16
const bytesOf = (text: string) => new TextEncoder().encode(text)

const current = (keys: readonly Key[]): Key => {
  const [first] = keys
  if (!first) throw new TypeError('a list of keys needs at least one')
  return first
}

const seal = (key: Key, text: string, row: string) => {
  const iv = new Uint8Array(randomBytes(nonceBytes))
  const { output, tag } = sm4.encrypt(bytesOf(text), key.bytes, { mode: 'gcm', output: 'array', outputTag: true, iv, associatedData: bytesOf(row) })
  if (!tag) throw new TypeError('SM4-GCM gave no tag')
  return `${key.id}.${Buffer.concat([iv, tag, output]).toString('base64url')}`
}

/** What is no key's name may be anything, also what ought to have been sealed. */
const named = (id = '') => (/^[\w-]{1,16}$/.test(id) ? `The data key ${id}` : 'A data key')

const open = (keys: readonly Key[], sealed: string, row: string) => {
  const [id, body = ''] = sealed.split('.')
  const key = keys.find((one) => one.id === id)
  if (!key) throw new ConfigError(`${named(id)} is not configured, and a value is sealed under it.`)
  const bytes = new Uint8Array(Buffer.from(body, 'base64url'))
  const [iv, tag, output] = [bytes.slice(0, nonceBytes), bytes.slice(nonceBytes, nonceBytes + tagBytes), bytes.slice(nonceBytes + tagBytes)]
  // the library checks no tag when it is given none, and a short value has none
  if (tag.length !== tagBytes) throw new Error('a sealed value is cut short')
  return new TextDecoder().decode(sm4.decrypt(output, key.bytes, { mode: 'gcm', output: 'array', iv, tag, associatedData: bytesOf(row) }))
}

const hash = (key: Key, purpose: string, text: string) =>
  ({ hash: createHmac('sm3', key.bytes).update(`${purpose}\0${text}`).digest('hex'), keyId: key.id })

const idsOf = (keys: readonly Key[]) => keys.map(({ id }) => id)

/** Sealing by SM4-GCM and hashing by HMAC-SM3, with keys of their own. */
export const keysFrom = ({ dataKeys, hashKeys }: Pick<KeySet, 'dataKeys' | 'hashKeys'>): Keys => ({
  seal: (text, row) => seal(current(dataKeys), text, row),
  open: (sealed, row) => open(dataKeys, sealed, row),
  hash: (purpose, text) => hash(current(hashKeys), purpose, text),
  hashes: (purpose, text) => hashKeys.map((key) => hash(key, purpose, text)),
  ids: { data: idsOf(dataKeys), hash: idsOf(hashKeys) },
})
