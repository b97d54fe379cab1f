import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { localSecrets } from '../../../cloudfunctions/host/secrets'
import { environmentKeys } from '../../../cloudfunctions/runtime/key-provider'

let folder: string
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'lost-card-secrets-')) })
afterEach(() => rm(folder, { recursive: true }))

test('a folder\'s keys are made once, good, and readable by their owner alone', async () => {
  const secrets = await localSecrets(folder)
  expect(await localSecrets(folder)).toEqual(secrets)
  expect((await environmentKeys(secrets).keys()).sessionKeys[0]?.id).toBe('local')
  for (const file of ['keys.json', 'receipt-keys.json']) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
})

test('a folder of before receipts were signed gets a key for them, and keeps the others', async () => {
  const { RECEIPT_KEYS: before, ...others } = await localSecrets(folder)
  await rm(join(folder, 'receipt-keys.json'))
  const { RECEIPT_KEYS: after, ...kept } = await localSecrets(folder)
  expect([kept, after === before, (await environmentKeys({ ...kept, RECEIPT_KEYS: after }).keys()).receiptKeys.length]).toEqual([others, false, 1])
})

test('a folder of before session keys had names keeps its keys', async () => {
  const { SESSION_KEYS: named, ...others } = await localSecrets(folder)
  const unnamed = named?.replace('local:', '')
  await writeFile(join(folder, 'keys.json'), JSON.stringify({ ...others, SESSION_KEY: unnamed }))
  expect(await localSecrets(folder)).toEqual({ ...others, SESSION_KEYS: named })
  expect(await readFile(join(folder, 'keys.json'), 'utf8')).toContain('SESSION_KEY"')
})
