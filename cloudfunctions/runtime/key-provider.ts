import { open } from 'node:fs/promises'
import * as v from 'valibot'
import { ConfigError } from './config-error'
import { allKeyLists, keyLists, type KeySet } from './key-list'

/** Where a process's keys come from. Asked once, and asynchronous, so that a key service can stand behind it. */
export interface KeyProvider {
  keys(): Promise<KeySet>
}

type ListName = keyof typeof keyLists
/** The variable of each list. */
export const keyVariables = {
  dataKeys: 'DATA_KEYS', hashKeys: 'HASH_KEYS', sessionKeys: 'SESSION_KEYS', receiptKeys: 'RECEIPT_KEYS', auditKeys: 'AUDIT_KEYS',
} as const satisfies Record<ListName, string>

const listNames = Object.keys(keyVariables) as readonly ListName[]

const isProduction = ({ NODE_ENV }: NodeJS.ProcessEnv): boolean => NODE_ENV === 'production'

type Lists = Readonly<Partial<Record<ListName, unknown>>>
type Called = (list: ListName) => string

/** Reads the lists, each of which `called` names; every one of them where `all`. Throws a ConfigError that says what is wrong with each, and no more. */
const keysIn = (given: Lists, called: Called, all: boolean): KeySet => {
  const parsed = v.safeParse(v.object(all ? allKeyLists : keyLists), given, { abortPipeEarly: true })
  if (parsed.success) return parsed.output
  const faults = listNames.flatMap((list) => {
    const issue = parsed.issues.find(({ path }) => path?.[0]?.key === list)
    if (!issue) return []
    return typeof given[list] === 'string' ? `${called(list)} ${issue.message}.` : `${called(list)} is not set.`
  })
  throw new ConfigError(...faults)
}

/** Keys in the environment: DATA_KEYS, HASH_KEYS, SESSION_KEYS, RECEIPT_KEYS, AUDIT_KEYS; in production all of them. */
export const environmentKeys = (given: NodeJS.ProcessEnv): KeyProvider => ({
  keys: async () => keysIn(Object.fromEntries(listNames.map((list) => [list, given[keyVariables[list]]])), (list) => keyVariables[list], isProduction(given)),
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
    throw new ConfigError('KEYS_FILE is not a JSON object of dataKeys, hashKeys, sessionKeys, receiptKeys and auditKeys.')
  }
}

/** Keys in a file that only its owner can read: `{"dataKeys": "id:hex,…", "hashKeys": …, "sessionKeys": …}`; where `all`, every list. */
export const fileKeys = (path: string, all = false): KeyProvider => ({
  keys: async () => keysIn(objectIn(await readSecret(path)), (list) => `${list} in KEYS_FILE`, all),
})

/** The provider that the environment asks for. Refuses keys from two places: nobody could tell which of them count. */
export const keyProviderFrom = (given: NodeJS.ProcessEnv): KeyProvider => {
  if (given.KEYS_FILE === undefined) return environmentKeys(given)
  const double = Object.values(keyVariables).find((name) => given[name] !== undefined)
  if (double) throw new ConfigError(`KEYS_FILE and ${double} are both set: keys come from one place.`)
  return fileKeys(given.KEYS_FILE, isProduction(given))
}
