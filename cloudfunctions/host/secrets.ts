import { randomBytes } from 'node:crypto'
import { link, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sm2 } from 'sm-crypto-v2'
import { codeOf } from '../runtime/errors'

const newSecrets = (): Record<string, string> => ({
  DATA_KEYS: `local:${randomBytes(16).toString('hex')}`,
  HASH_KEYS: `local:${randomBytes(32).toString('hex')}`,
  SESSION_KEYS: `local:${randomBytes(32).toString('hex')}`,
})

const newSigningKey = (variable: string) => (): Record<string, string> => ({ [variable]: `local:${sm2.generateKeyPairHex().privateKey}` })

/** Whole or not at all, and never over what is there: rows sealed with lost keys could not be read again. */
const writeOnce = async (file: string, text: string) => {
  const building = `${file}.${process.pid}`
  await writeFile(building, text, { mode: 0o600 })
  await link(building, file).catch((thrown: unknown) => {
    if (codeOf(thrown) !== 'EEXIST') throw thrown
  })
  await rm(building)
}

/** What a file of secrets says; made where there is none. */
const keptIn = async (file: string, make: () => Record<string, string>): Promise<Record<string, string>> => {
  const kept = await readFile(file, 'utf8').catch(() => undefined)
  if (kept === undefined) await writeOnce(file, `${JSON.stringify(make(), null, 2)}\n`)
  return JSON.parse(kept ?? (await readFile(file, 'utf8'))) as Record<string, string>
}

/** The keys of a local data folder as environment settings: made once, readable by their owner alone. */
export const localSecrets = async (dataDir: string): Promise<Record<string, string>> => {
  const { SESSION_KEY: unnamed, ...secrets } = await keptIn(join(dataDir, 'keys.json'), newSecrets)
  const receipts = await keptIn(join(dataDir, 'receipt-keys.json'), newSigningKey('RECEIPT_KEYS'))
  const audit = await keptIn(join(dataDir, 'audit-keys.json'), newSigningKey('AUDIT_KEYS'))
  // a folder of before session keys had names
  return { ...(unnamed && { SESSION_KEYS: `local:${unnamed}` }), ...secrets, ...receipts, ...audit }
}
