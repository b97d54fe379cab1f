import { join } from 'node:path'
import { loadFunctions } from '../../../cloudfunctions/host/functions'
import type { Main } from '../../../cloudfunctions/runtime/define-function'
import type { Key } from '../../../cloudfunctions/runtime/key-list'
import { services, type Services } from '../../../cloudfunctions/runtime/services'
import type { Bench } from '../with-database'

const folder = join(__dirname, '../../../dist/cloudfunctions')
const place = Symbol.for('lost-card.services')

const listOf = (keys: readonly Key[]): string => keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('hex')}`).join(',')

/** Of a process that is to serve the same record. */
const environmentOf = ({ address, services: { config } }: Bench): NodeJS.ProcessEnv => ({
  DATABASE_URL: address, DATA_KEYS: listOf(config.dataKeys), HASH_KEYS: listOf(config.hashKeys), SESSION_KEYS: listOf(config.sessionKeys), LOG_LEVEL: 'silent',
})

/** `card` as it is built and deployed, and the services that it opens from its environment: what is measured is what runs. */
export const withBuiltCard = async <T>(bench: Bench, run: (main: Main, opened: Services) => Promise<T>): Promise<T> => {
  const before = process.env
  process.env = { ...before, ...environmentOf(bench) }
  const { card } = loadFunctions(folder)
  await card({ operation: 'list' }, {})
  const opened = await services()
  process.env = before
  try {
    return await run(card, opened)
  } finally {
    await opened.repository.close()
    // the next measurement is of another database
    Reflect.deleteProperty(globalThis, place)
  }
}
