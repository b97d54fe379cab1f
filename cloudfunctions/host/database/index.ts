import { resolve } from 'node:path'
import pg from 'pg'
import { accountFor } from './account'
import { binariesFor } from './binaries'
import { DatabaseError } from './errors'
import { prepareFolder, passwordOf } from './folder'
import { addressOf, reachServer, stopServer, type Place } from './server'

export interface DatabaseServer {
  /** The address of one of its databases, with the password. */
  address(database: string): string
  /** Makes a database unless it is there. */
  ensure(database: string): Promise<void>
  /** Stops the server; what was acknowledged is on the disk. */
  stop(): Promise<void>
}

/** Held for as long as this process lives: the connection ends with it, however it ends. */
const ownerLock = 7_305_112

const own = async (address: string, folder: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: address })
  // the server going away is seen by whoever uses it
  client.on('error', () => undefined)
  await client.connect()
  // a process that was just killed gives its lock up a moment later
  await client.query("SET lock_timeout = '2s'")
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ownerLock])
    return client
  } catch {
    await client.end()
    throw new DatabaseError(`The database in ${folder} is in use by another running process. Stop that one, or choose another DATA_DIR.`)
  }
}

const ensure = async (owner: pg.Client, database: string) => {
  const { rowCount } = await owner.query('SELECT FROM pg_database WHERE datname = $1', [database])
  if (rowCount === 0) await owner.query(`CREATE DATABASE ${pg.escapeIdentifier(database)}`)
}

/**
 * Starts PostgreSQL on a folder for this process alone, or attaches to the server a killed process left there.
 * Refuses with a `DatabaseError` a folder of another version, and one that a living process uses.
 */
export const startDatabase = async (folder: string, settings: readonly string[] = []): Promise<DatabaseServer> => {
  const absolute = resolve(folder)
  const account = accountFor(absolute)
  const place: Place = { folder: absolute, binaries: binariesFor(account), account, settings }
  await prepareFolder(absolute, place.binaries, account)
  const port = await reachServer(place)
  const password = await passwordOf(absolute)
  const owner = await own(addressOf(port, password, 'postgres'), absolute)
  return {
    address: (database) => addressOf(port, password, database),
    ensure: (database) => ensure(owner, database),
    stop: async () => {
      await owner.end()
      await stopServer(place)
    },
  }
}
