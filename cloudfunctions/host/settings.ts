import { join } from 'node:path'
import * as v from 'valibot'
import { configFrom, environment as common, readingOf, readSettings, type Config } from '../runtime/config'
import { together } from '../runtime/config-error'
import { keyVariables } from '../runtime/key-provider'
import { messageSettings } from '../runtime/message-config'
import { platformSettings } from '../runtime/platform-config'
import { dataDirOf } from './data-dir'
import { startDatabase } from './database'
import { localSecrets } from './secrets'

/** Where a server listens. */
export interface Place {
  readonly port: number
  readonly host: string
}

/** Where this host listens: its public address, and the one that only operators reach; null where nobody is to. */
export interface Places {
  readonly main: Place
  readonly metrics: Place | null
}

export interface Settings {
  readonly config: Config
  readonly places: Places
  /** Where local data lies; undefined when nothing is kept here. */
  readonly dataDir: string | undefined
  /** Stops what was started for these settings. */
  stop(): Promise<void>
}

const database = 'lost_card'
const nothing = async () => undefined
/** In the place of an address that is not known before the database has started. */
const notYet = 'postgres://not.yet'

const inRange = 'must be a whole number up to 65535'
const port = v.pipe(v.string(), v.regex(/^\d{1,5}$/, inRange), v.transform(Number), v.maxValue(65_535, inRange))

/** The phone builds call the usual port. Metrics are for this machine alone unless told otherwise. */
const listening = v.object({
  PORT: v.optional(port, '8080'),
  HOST: v.optional(v.string(), '127.0.0.1'),
  METRICS_PORT: v.optional(port),
  METRICS_HOST: v.optional(v.string(), '127.0.0.1'),
})

/** Every variable that a host reads in production, where its keys come from the environment too. */
export const settingNames: readonly string[] = [
  ...Object.keys({ ...common.entries, ...platformSettings, ...messageSettings, ...listening.entries }), ...Object.values(keyVariables),
]

const placesFrom = (environment: NodeJS.ProcessEnv): Places => {
  const { PORT, HOST, METRICS_PORT, METRICS_HOST } = readSettings(listening, environment)
  return { main: { port: PORT, host: HOST }, metrics: METRICS_PORT === undefined ? null : { port: METRICS_PORT, host: METRICS_HOST } }
}

const readAll = async (environment: NodeJS.ProcessEnv): Promise<Pick<Settings, 'config' | 'places'>> => {
  const readConfig = await readingOf(() => configFrom(environment))
  const [config, places] = together(readConfig, () => placesFrom(environment))
  return { config, places }
}

/** With a database of our own, which is not started before all else is known to be good. */
const withDatabase = async (environment: NodeJS.ProcessEnv, dataDir: string): Promise<Settings> => {
  if (environment.DATABASE_URL) return { ...(await readAll(environment)), dataDir, stop: nothing }
  const { config, places } = await readAll({ ...environment, DATABASE_URL: notYet })
  const server = await startDatabase(join(dataDir, 'postgres'))
  try {
    await server.ensure(database)
    return { config: { ...config, databaseUrl: server.address(database) }, places, dataDir, stop: server.stop }
  } catch (thrown) {
    await server.stop()
    throw thrown
  }
}

/**
 * The settings a host runs with, or a ConfigError that says everything that is wrong with them. In production all come from the environment.
 * Elsewhere what is missing is made here: keys and a PostgreSQL in the data folder, and the sandbox is on unless SANDBOX=0.
 */
export const settingsFrom = async (environment: NodeJS.ProcessEnv): Promise<Settings> => {
  if (environment.NODE_ENV === 'production') return { ...(await readAll(environment)), dataDir: undefined, stop: nothing }
  const dataDir = await dataDirOf(environment.DATA_DIR)
  const secrets = environment.KEYS_FILE === undefined ? await localSecrets(dataDir) : {}
  return withDatabase({ SANDBOX: '1', ...secrets, ...environment }, dataDir)
}
