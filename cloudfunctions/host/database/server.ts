import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import type { Account } from './account'
import type { Binaries } from './binaries'
import { DatabaseError } from './errors'
import { passwordOf, run } from './folder'

/** A data folder with what is needed to run it. */
export interface Place {
  readonly folder: string
  readonly binaries: Binaries
  readonly account: Account
  /** Settings for the server beside our own, `name=value`. */
  readonly settings: readonly string[]
}

const host = '127.0.0.1'
/** A server that was killed replays its journal before it answers. */
const recoveryMs = 120_000
/** A start can fail for a moment: another start was first, a port was just taken, a killed server's last children linger. */
const launches = 10
const pauseMs = 200

export const addressOf = (port: number, password: string, database: string): string => `postgres://postgres:${password}@${host}:${port}/${database}`

const freePort = (wanted: number): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wanted === 0 ? reject(error) : resolve(freePort(0))))
    probe.listen(wanted, host, () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

const portFile = (folder: string) => join(folder, 'lost-card.port')
const rememberedPort = async (folder: string) => Number(await readFile(portFile(folder), 'utf8').catch(() => '0'))

/** The port in `postmaster.pid`, which a running server keeps and a killed one leaves behind. */
const writtenPort = async (folder: string): Promise<number | undefined> => {
  const lines = (await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return Number(lines[3]) || undefined
}

const isStarting = (thrown: unknown) => thrown instanceof pg.DatabaseError && thrown.code === '57P03'

/** Whether the server of this very folder answers on a port. */
const answers = async (folder: string, port: number): Promise<'yes' | 'no' | 'soon'> => {
  const client = new pg.Client({ connectionString: addressOf(port, await passwordOf(folder), 'postgres') })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
    return rows[0]?.data_directory === folder ? 'yes' : 'no'
  } catch (thrown) {
    return isStarting(thrown) ? 'soon' : 'no'
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** No sockets in shared folders; and neither statements nor row values in the server's own log. */
const ownSettings = [
  `listen_addresses=${host}`, 'unix_socket_directories=', 'log_min_error_statement=panic', 'log_error_verbosity=terse', 'timezone=UTC',
]

const launch = async ({ folder, binaries, account, settings }: Place): Promise<string> => {
  const port = await freePort(await rememberedPort(folder))
  const options = [`-p ${port}`, ...[...ownSettings, ...settings].map((setting) => `-c ${setting}`)].join(' ')
  const { said } = await run(binaries.pgCtl, ['start', '-w', '-s', '-D', folder, '-l', join(folder, 'server.log'), '-o', options], account)
  return said
}

/** The port of the folder's server, or how it stands. */
const look = async (folder: string): Promise<number | 'none' | 'starting'> => {
  const port = await writtenPort(folder)
  const state = port === undefined ? 'no' : await answers(folder, port)
  if (state === 'soon') return 'starting'
  return port !== undefined && state === 'yes' ? port : 'none'
}

const untilStarted = async (folder: string) => {
  const giveUp = Date.now() + recoveryMs
  while ((await look(folder)) === 'starting' && Date.now() < giveUp) await wait(pauseMs)
}

/** Attaches to the folder's server or starts it; gives its port. Of two starts at once PostgreSQL lets one through, and the other attaches. */
export const reachServer = async (place: Place): Promise<number> => {
  let said = ''
  for (let tried = 0; tried < launches; tried++) {
    await untilStarted(place.folder)
    const port = await look(place.folder)
    if (typeof port === 'number') {
      await writeFile(portFile(place.folder), String(port))
      return port
    }
    if (said) await wait(pauseMs)
    said = await launch(place)
  }
  throw new DatabaseError(`PostgreSQL did not start in ${place.folder}; server.log in it says why.\n${said}`)
}

/** Stops the folder's server and waits until it is gone; one that does not run is fine. */
export const stopServer = async ({ folder, binaries, account }: Place): Promise<void> => {
  if (!existsSync(join(folder, 'postmaster.pid'))) return
  const { code, said } = await run(binaries.pgCtl, ['stop', '-s', '-w', '-m', 'fast', '-D', folder], account)
  if (code !== 0 && existsSync(join(folder, 'postmaster.pid'))) throw new DatabaseError(`PostgreSQL did not stop: ${said}`)
}
