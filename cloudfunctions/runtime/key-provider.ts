import { open } from 'node:fs/promises'
import * as v from 'valibot'
import { ConfigError } from './config-error'
import { keyLists, type KeySet } from './key-list'

/** Where a process's keys come from. Asked once, and asynchronous, so that a key service can stand behind it. */
export interface KeyProvider {
  keys(): Promise<KeySet>
}

type ListName = keyof typeof keyLists
const variables = { dataKeys: 'DATA_KEYS', hashKeys: 'HASH_KEYS', sessionKeys: 'SESSION_KEYS', receiptKeys: 'RECEIPT_KEYS' } as const satisfies Record<ListName, string>

const listNames = Object.keys(variables) as readonly ListName[]

/** Reads the lists, each of which `called` names. Throws a ConfigError that says no more of a list than what is wrong with it. */
const keysIn = (given: Readonly<Partial<Record<ListName, unknown>>>, called: (list: ListName) => string): KeySet => {
  const parsed = v.safeParse(v.object(keyLists), given, { abortEarly: true })
  if (parsed.success) return parsed.output
  const [{ path, message }] = parsed.issues
  const list = listNames.find((name) => name === path?.[0]?.key) ?? 'dataKeys'
  throw new ConfigError(typeof given[list] === 'string' ? `${called(list)} ${message}.` : `${called(list)} is not set.`)
}

/** Keys in the environment: DATA_KEYS, HASH_KEYS, SESSION_KEYS, RECEIPT_KEYS. */
export const environmentKeys = (given: NodeJS.ProcessEnv): KeyProvider => ({
  keys: async () => keysIn(
    { dataKeys: given.DATA_KEYS, hashKeys: given.HASH_KEYS, sessionKeys: given.SESSION_KEYS, receiptKeys: given.RECEIPT_KEYS },
    (list) => variables[list],
  ),
})

/** Group and others; Windows keeps no such bits. */
const readableByOthers = (mode: number): boolean => process.platform !== 'win32' && (mode & 0o077) !== 0

const readSecret = async (path: string): Promise<string> => {
  const file = await open(path, 'r').catch(() => { throw new ConfigError('KEYS_FILE names a file that cannot be read.') })
  try {
    if (readableByOthers((await file.stat()).mode)) throw new ConfigError('KEYS_FILE can be read by others than its owner: chmod 600 it.')
    return await file.readFile('utf8')
  } finally {
    await file.close()
  }
}

const objectIn = (text: string): Readonly<Record<string, unknown>> => {
  try {
    return v.parse(v.record(v.string(), v.unknown()), JSON.parse(text))
  } catch {
    // the parser's own words would quote the file
    throw new ConfigError('KEYS_FILE is not a JSON object of dataKeys, hashKeys, sessionKeys and receiptKeys.')
  }
}

/** Keys in a file that only its owner can read: `{"dataKeys": "id:hex,…", "hashKeys": …, "sessionKeys": …, "receiptKeys": …}`. */
export const fileKeys = (path: string): KeyProvider => ({
  keys: async () => keysIn(objectIn(await readSecret(path)), (list) => `${list} in KEYS_FILE`),
})

/** The provider that the environment asks for. Refuses keys from two places: nobody could tell which of them count. */
export const keyProviderFrom = (given: NodeJS.ProcessEnv): KeyProvider => {
  if (given.KEYS_FILE === undefined) return environmentKeys(given)
  const double = Object.values(variables).find((name) => given[name] !== undefined)
  if (double) throw new ConfigError(`KEYS_FILE and ${double} are both set: keys come from one place.`)
  return fileKeys(given.KEYS_FILE)
}
