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
}

export const separated = v.pipe(v.string(), v.transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== '')))

const hex = (bytes: number, atLeast = false) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^(?:[0-9a-f]{2}){${bytes}${atLeast ? ',' : ''}}$`, 'i'), `must be ${bytes} bytes${atLeast ? ' or more' : ''} in hex`),
    v.transform((text) => new Uint8Array(Buffer.from(text, 'hex'))),
  )

/** `id:hex,id:hex` */
const keyList = (bytes: number, atLeast = false) =>
  v.pipe(
    separated,
    v.minLength(1, 'must name at least one key as id:hex'),
    v.everyItem((item) => /^[^:]+:[^:]+$/.test(item), 'must name each key as id:hex'),
    v.mapItems((item) => ({ id: item.split(':')[0], bytes: item.split(':')[1] })),
    v.array(v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,16}$/, 'has a key id that is not 1 to 16 letters, digits, _ or -')), bytes: hex(bytes, atLeast) })),
    v.check((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'names a key id twice'),
  )

/** SM4 takes 16 bytes; the HMACs at least 32. */
export const keyLists = { dataKeys: keyList(16), hashKeys: keyList(32), sessionKeys: keyList(32, true) }
