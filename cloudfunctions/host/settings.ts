import { join } from 'node:path'
import { configFrom, type Config } from '../runtime/config'
import { dataDirOf } from './data-dir'
import { startDatabase } from './database'
import { localSecrets } from './secrets'

export interface Settings {
  readonly config: Config
  /** Where local data lies; undefined when nothing is kept here. */
  readonly dataDir: string | undefined
  /** Stops what was started for these settings. */
  stop(): Promise<void>
}

const database = 'lost_card'
const nothing = async () => undefined

const withDatabase = async (environment: NodeJS.ProcessEnv, dataDir: string): Promise<Settings> => {
  if (environment.DATABASE_URL) return { config: await configFrom(environment), dataDir, stop: nothing }
  const server = await startDatabase(join(dataDir, 'postgres'))
  try {
    await server.ensure(database)
    return { config: await configFrom({ ...environment, DATABASE_URL: server.address(database) }), dataDir, stop: server.stop }
  } catch (thrown) {
    await server.stop()
    throw thrown
  }
}

/**
 * The settings a host runs with. In production all come from the environment. Elsewhere what is missing is made here: keys
 * and a PostgreSQL in the data folder, and the sandbox is on unless SANDBOX=0.
 */
export const settingsFrom = async (environment: NodeJS.ProcessEnv): Promise<Settings> => {
  if (environment.NODE_ENV === 'production') return { config: await configFrom(environment), dataDir: undefined, stop: nothing }
  const dataDir = await dataDirOf(environment.DATA_DIR)
  const secrets = environment.KEYS_FILE === undefined ? await localSecrets(dataDir) : {}
  return withDatabase({ SANDBOX: '1', ...secrets, ...environment }, dataDir)
}
