import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startDatabase } from '../../cloudfunctions/host/database'
import { openServices, type Services } from '../../cloudfunctions/runtime/services'
import { testConfig } from '../support/record/keys'

/** A database of a benchmark's own with the service's tables, and the service on it. */
export interface Bench {
  readonly services: Services
  readonly client: pg.Client
  readonly address: string
  /** Of the server. */
  readonly folder: string
}

/** The service on one database of a server, for as long as `run` takes. */
export const withServices = async <T>(address: string, folder: string, run: (bench: Bench) => Promise<T>): Promise<T> => {
  const services = openServices(testConfig(address))
  await services.repository.migrate()
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return await run({ services, client, address, folder })
  } finally {
    await client.end()
    await services.repository.close()
  }
}

/** A PostgreSQL of its own that really writes to the disk, with databases by their names. */
export const withServer = async <T>(run: (addressOf: (name: string) => Promise<string>, folder: string) => Promise<T>): Promise<T> => {
  const above = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
  await chmod(above, 0o711)
  const folder = join(above, 'postgres')
  const server = await startDatabase(folder)
  try {
    return await run(async (name) => {
      await server.ensure(name)
      return server.address(name)
    }, folder)
  } finally {
    await server.stop()
    await rm(above, { recursive: true, force: true })
  }
}

/** The service on a server of its own. */
export const withDatabase = <T>(run: (bench: Bench) => Promise<T>): Promise<T> =>
  withServer(async (addressOf, folder) => withServices(await addressOf('bench'), folder, run))
