import { randomBytes } from 'node:crypto'
import type { Config } from '../../../cloudfunctions/runtime/config'

/** Where a test run keeps the keys that its demo city stands under: it is filled once and copied. */
export const recordKeysVariable = 'LOST_CARD_TEST_KEYS'

const [dataBytes, hashBytes] = [16, 32]
export const newRecordKeys = (): string => randomBytes(dataBytes + hashBytes).toString('base64')

export const demoKeys = (): Pick<Config, 'dataKeys' | 'hashKeys'> => {
  const bytes = new Uint8Array(Buffer.from(process.env[recordKeysVariable] ?? '', 'base64'))
  return { dataKeys: [{ id: 'test', bytes: bytes.slice(0, dataBytes) }], hashKeys: [{ id: 'test', bytes: bytes.slice(dataBytes) }] }
}
