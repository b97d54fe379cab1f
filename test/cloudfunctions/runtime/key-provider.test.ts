import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configFrom } from '../../../cloudfunctions/runtime/config'
import { ConfigError } from '../../../cloudfunctions/runtime/config-error'
import { environmentKeys, fileKeys } from '../../../cloudfunctions/runtime/key-provider'

const data = 'a1'.repeat(16)
const long = 'b2'.repeat(32)
const lists = { dataKeys: `d2:${'00'.repeat(16)},d1:${data}`, hashKeys: `h1:${long}`, sessionKeys: `s1:${long}`, receiptKeys: `r1:${long}` }

let folder: string
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'lost-card-keys-')) })
afterAll(() => rm(folder, { recursive: true }))

const keep = async (content: unknown, mode = 0o600): Promise<string> => {
  const file = join(folder, 'keys.json')
  await writeFile(file, typeof content === 'string' ? content : JSON.stringify(content))
  await chmod(file, mode)
  return file
}

const refusal = (asked: Promise<unknown>): Promise<string> =>
  asked.then(() => { throw new Error('expected a refusal') }, (thrown: unknown) => {
    if (thrown instanceof ConfigError) return thrown.message
    throw thrown
  })

test('a file gives the same keys as the environment', async () => {
  const fromEnvironment = await environmentKeys({ DATA_KEYS: lists.dataKeys, HASH_KEYS: lists.hashKeys, SESSION_KEYS: lists.sessionKeys, RECEIPT_KEYS: lists.receiptKeys }).keys()
  expect(await fileKeys(await keep(lists)).keys()).toEqual(fromEnvironment)
  expect(fromEnvironment.dataKeys.map(({ id }) => id)).toEqual(['d2', 'd1'])
})

test('KEYS_FILE says where it is, and nothing else is asked for', async () => {
  const config = await configFrom({ DATABASE_URL: 'postgres://db/x', KEYS_FILE: await keep(lists) })
  expect(config.hashKeys).toEqual([{ id: 'h1', bytes: new Uint8Array(32).fill(0xb2) }])
})

test('a provider of any other kind is waited for', async () => {
  const kept = await fileKeys(await keep(lists)).keys()
  const config = await configFrom({ DATABASE_URL: 'postgres://db/x' }, { keys: () => new Promise((resolve) => setImmediate(() => resolve(kept))) })
  expect(config.dataKeys).toEqual(kept.dataKeys)
})

test.each([0o640, 0o604, 0o620, 0o644])('a file of mode %o is refused', async (mode) => {
  expect(await refusal(fileKeys(await keep(lists, mode)).keys())).toBe('KEYS_FILE can be read by others than its owner: chmod 600 it.')
})

test.each([
  ['no JSON', `{"dataKeys": "d1:${data}`, 'KEYS_FILE is not a JSON object of dataKeys, hashKeys, sessionKeys, receiptKeys and auditKeys.'],
  ['a list', [lists], ['dataKeys', 'hashKeys', 'sessionKeys'].map((list) => `${list} in KEYS_FILE is not set.`).join('\n')],
  ['no hash keys', { ...lists, hashKeys: undefined }, 'hashKeys in KEYS_FILE is not set.'],
  ['keys as a list', { ...lists, dataKeys: [data] }, 'dataKeys in KEYS_FILE is not set.'],
  ['a short key', { ...lists, sessionKeys: `s1:${data}` }, 'sessionKeys in KEYS_FILE must be 32 bytes or more in hex.'],
])('%s is refused, and no value is shown', async (_what, content, sentence) => {
  const said = await refusal(fileKeys(await keep(content)).keys())
  expect([said, said.includes(data)]).toEqual([sentence, false])
})

test('a file that is not there is refused', async () => {
  expect(await refusal(fileKeys(join(folder, 'nothing')).keys())).toBe('KEYS_FILE names a file that cannot be read.')
})

test('in production every list is there', async () => {
  const file = await keep(lists)
  expect(await refusal(fileKeys(file, true).keys())).toBe('auditKeys in KEYS_FILE is not set.')
  expect(await refusal(configFrom({ DATABASE_URL: 'postgres://db/x', NODE_ENV: 'production', KEYS_FILE: file }))).toBe('auditKeys in KEYS_FILE is not set.')
})

test('keys from two places are refused', async () => {
  const both = { DATABASE_URL: 'postgres://db/x', KEYS_FILE: await keep(lists), HASH_KEYS: lists.hashKeys }
  expect(await refusal(configFrom(both))).toBe('KEYS_FILE and HASH_KEYS are both set: keys come from one place.')
})
