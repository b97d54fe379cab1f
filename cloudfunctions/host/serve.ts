import { once } from 'node:events'
import type { FastifyInstance } from 'fastify'
import { codeOf } from '../runtime/errors'
import { gatheredLog, written } from '../runtime/log'
import { openServices, provideServices, type Services } from '../runtime/services'
import { keepAuditing } from './auditing'
import { loadDemoCity } from './demo'
import { loadFunctions } from './functions'
import { openMetrics } from './metrics'
import { readiness } from './ready'
import { keepRetention } from './retention'
import { keepSending } from './sending'
import { createHost } from './server'
import { settingsFrom, type Place, type Settings } from './settings'
import { keepTelling } from './telling'
import { keepTellingPartners } from './webhooks'

export interface ServeOptions {
  /** The folder of the bundled functions. */
  readonly functions: string
  /** The folder of the browser build, when it is to be served from the same address. */
  readonly preview?: string
  /** The folder of the counter's page, when it is to be served at `/counter`. */
  readonly counter?: string
  /** The folder of the page that checks receipts, when it is to be served at `/verify`. */
  readonly verify?: string
  /** The folder of the page to read and try the API, when it is to be served at `/docs`. */
  readonly docs?: string
  /** PORT, HOST, METRICS_PORT, METRICS_HOST, DATA_DIR, DATABASE_URL and everything the functions read. */
  readonly environment: NodeJS.ProcessEnv
}

export interface Served {
  /** Where it answers, without a final slash. */
  readonly address: string
  /** Where metrics are told, without a final slash; null where they are not. */
  readonly metricsAddress: string | null
  readonly sandbox: boolean
  readonly dataDir: string | undefined
  /** The database's address, with its password: for tools beside the server. */
  readonly databaseUrl: string
  /** Requests in flight finish; then the server, the connections and an embedded database end. */
  stop(): Promise<void>
}

const listen = async (server: FastifyInstance, { port, host }: Place, variable: 'PORT' | 'METRICS_PORT'): Promise<string> => {
  try {
    return await server.listen({ port, host })
  } catch (thrown) {
    if (codeOf(thrown) !== 'EADDRINUSE') throw thrown
    throw new Error(`Port ${port} is in use by another program. Set ${variable} to another one.`)
  }
}

const prepare = async ({ repository, config }: Services) => {
  await repository.migrate()
  if (config.sandbox) await loadDemoCity(repository)
}

const start = async ({ functions, preview, counter, verify, docs }: ServeOptions, { config, places }: Settings, services: Services) => {
  await prepare(services)
  provideServices(services)
  const { log, meter } = services
  const pages = { ...(preview && { preview }), ...(counter && { counter }), ...(verify && { verify }), ...(docs && { docs }) }
  const host = await createHost({ functions: loadFunctions(functions), config, log, meter, ready: readiness(services), ...pages })
  return { host, address: await listen(host.server, places.main, 'PORT') }
}

/** Starts everything the functions need, and serves them. Whatever was started is stopped again when it fails half way. */
export const serve = async (options: ServeOptions): Promise<Served> => {
  const settings = await settingsFrom(options.environment)
  const metrics = openMetrics()
  const services = openServices(settings.config, gatheredLog(settings.config.logLevel), metrics.meter)
  const operators = metrics.server(services.repository)
  const end = async () => {
    await operators.close()
    await services.repository.close()
    await settings.stop()
    await written(services.log)
  }
  try {
    const { metrics: place } = settings.places
    const metricsAddress = place ? await listen(operators, place, 'METRICS_PORT') : null
    const { host, address } = await start(options, settings, services)
    const ends = [keepRetention(services), keepTelling(services), keepSending(services), keepTellingPartners(services), keepAuditing(services)]
    const stop = async () => {
      await host.stop()
      await Promise.all(ends.map((endOne) => endOne()))
      await end()
    }
    return { address, metricsAddress, sandbox: settings.config.sandbox, dataDir: settings.dataDir, databaseUrl: settings.config.databaseUrl, stop }
  } catch (thrown) {
    await end()
    throw thrown
  }
}

/** Waits for SIGTERM or SIGINT, and then stops. A terminal and npm may each send one: the second changes nothing. */
export const untilStopped = async (served: Served): Promise<void> => {
  const signals = ['SIGTERM', 'SIGINT', 'SIGHUP'] as const
  const asked = new AbortController()
  for (const signal of signals) process.on(signal, () => asked.abort())
  await once(asked.signal, 'abort')
  await served.stop()
}
