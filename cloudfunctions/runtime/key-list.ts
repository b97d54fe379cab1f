import * as v from 'valibot'

/** A named secret: values sealed or hashed with it say its id, so that keys can rotate. */
export interface Key {
  readonly id: string
  readonly bytes: Uint8Array
}

/** All keys of a process. The first of each list is the current one, the others still open, find or check what they once made. */
export interface KeySet {
  readonly dataKeys: readonly Key[]
  readonly hashKeys: readonly Key[]
  readonly sessionKeys: readonly Key[]
  /** Private keys of SM2 (32 bytes) that sign receipts, and public ones (65) that once did; none where nothing is signed. */
  readonly receiptKeys: readonly Key[]
  /** Private keys that sign the record's heads, and public ones that once did, or that others sign by. */
  readonly auditKeys: readonly Key[]
}

export const separated = v.pipe(v.string(), v.transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== '')))

const hex = (bytes: number, atLeast = false) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^(?:[0-9a-f]{2}){${bytes}${atLeast ? ',' : ''}}$`, 'i'), `must be ${bytes} bytes${atLeast ? ' or more' : ''} in hex`),
    v.transform((text) => new Uint8Array(Buffer.from(text, 'hex'))),
  )

/** 32 bytes, or 65 of an uncompressed point. */
const signingKey = v.pipe(
  v.string(),
  v.regex(/^(?:[0-9a-f]{64}|04[0-9a-f]{128})$/i, 'must be a private key of 32 bytes or a public one of 65 in hex'),
  v.transform((text) => new Uint8Array(Buffer.from(text, 'hex'))),
)

/** `id:hex,id:hex` */
const listOf = (bytes: v.GenericSchema<string, Uint8Array>, atLeast = 1) =>
  v.pipe(
    separated,
    v.minLength(atLeast, 'must name at least one key as id:hex'),
    v.everyItem((item) => /^[^:]+:[^:]+$/.test(item), 'must name each key as id:hex'),
    v.mapItems((item) => ({ id: item.split(':')[0], bytes: item.split(':')[1] })),
    v.array(v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,16}$/, 'has a key id that is not 1 to 16 letters, digits, _ or -')), bytes })),
    v.check((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'names a key id twice'),
  )

const signsFirst = v.check<Key[], string>(([first]) => first === undefined || first.bytes.length === 32, 'must begin with a private key')

/** Keys that sign, or once did; `atLeast` 0 where nothing need be signed. */
const signingKeys = (atLeast: number) => v.pipe(listOf(signingKey, atLeast), signsFirst)

/** SM4 takes 16 bytes; the HMACs at least 32; SM2 signs with 32. */
export const keyLists = {
  dataKeys: listOf(hex(16)),
  hashKeys: listOf(hex(32)),
  sessionKeys: listOf(hex(32, true)),
  receiptKeys: v.optional(signingKeys(0), ''),
  auditKeys: v.optional(listOf(signingKey, 0), ''),
}

/** What could not be signed would be noticed late: where it counts, every key is there from the start. */
export const allKeyLists = { ...keyLists, receiptKeys: signingKeys(1), auditKeys: listOf(signingKey) }

/** Keys that only check what was signed, each 32 bytes or 65 in hex: `id:hex,id:hex`. */
export const checkingKeys = listOf(signingKey)
