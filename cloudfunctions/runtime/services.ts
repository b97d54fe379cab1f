import { openPlatforms, type Platforms } from '../platforms'
import { openMessengers, type Messengers } from '../platforms/messengers'
import { openRepository, type Repository } from '../repository'
import { configFrom, type Config } from './config'
import { keysFrom, type Keys } from './keys'
import { logTo, type Log } from './log'
import { noMeter, type Meter } from './meter'
import { tokensFrom, type Tokens } from './tokens'

/** What every operation works with; opened once a process. */
export interface Services {
  readonly config: Config
  readonly keys: Keys
  readonly tokens: Tokens
  readonly log: Log
  readonly meter: Meter
  readonly repository: Repository
  readonly platforms: Platforms
  readonly messengers: Messengers
}

/** Opens the services of a configuration. Nothing reaches the database before the first query. */
export const openServices = (config: Config, log: Log = logTo(config.logLevel), meter: Meter = noMeter): Services => {
  const keys = keysFrom(config)
  const repository = openRepository({ connectionString: config.databaseUrl, keys, log, limits: config })
  const { platformTokens } = repository
  const outside = { platforms: openPlatforms(config, platformTokens), messengers: openMessengers(config, platformTokens) }
  return { config, keys, tokens: tokensFrom(config), log, meter, repository, ...outside }
}

/** Functions are bundled apart: one place in the process keeps them from opening a pool of connections each. */
const place = Symbol.for('lost-card.services')
const shared: typeof globalThis & { [place]?: Services | Promise<Services> } = globalThis

/** Gives all functions of this process their services; a host does so before the first request. */
export const provideServices = (given: Services): void => {
  shared[place] = given
}

/** What could not be opened is tried again at the next call. */
const fromEnvironment = (): Promise<Services> =>
  configFrom(process.env).then(
    (config) => openServices(config),
    (thrown: unknown) => {
      delete shared[place]
      throw thrown
    },
  )

/** The process's services, opened from the environment at the first call. */
export const services = (): Services | Promise<Services> => (shared[place] ??= fromEnvironment())
