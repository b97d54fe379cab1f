import { execFile } from 'node:child_process'
import { appendFile, chmod, chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type pg from 'pg'
import { askAt, endProcess } from '../database/past-everybody'
import { freePort } from '../free-port'
import { systemAccount, systemPrograms } from './programs'

/** A cluster of the system's PostgreSQL, on this machine alone. */
export interface Cluster {
  readonly address: string
  /** Starts it, again after it died; resolves when it answers. */
  start(): Promise<void>
  /** Ends every process of it at once: nothing is flushed, nothing says goodbye. */
  kill(): Promise<void>
  /** Makes a standby of it that follows it under a name. */
  standby(name: string): Promise<Cluster>
  /** A standby becomes a server that is written to; resolves when it is. */
  promote(): Promise<void>
  /** Runs a statement on it, past everybody else. */
  ask<Row extends pg.QueryResultRow>(text: string): Promise<Row[]>
  stop(): Promise<void>
}

const run = (program: string, ...args: string[]) =>
  promisify(execFile)(join(systemPrograms(), program), args, { ...systemAccount(), cwd: '/', env: { ...process.env, LC_ALL: 'C' } })

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-cluster-'))
  await chmod(folder, 0o700)
  const { uid, gid } = systemAccount()
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid)
  return folder
}

/** So often a start is tried. */
const launches = 20

const addressOn = (port: number): string => `postgres://postgres@127.0.0.1:${port}/postgres`

/** Nobody else reaches it, so that nobody has to say a password. */
const own = (port: number): string => [
  `port = ${port}`, `listen_addresses = '127.0.0.1'`, `unix_socket_directories = ''`, 'hot_standby = on', 'wal_keep_size = 256MB', `log_min_messages = 'fatal'`, '',
].join('\n')

const clusterIn = (folder: string, port: number): Cluster => {
  const address = addressOn(port)
  // `-l`: what it says would otherwise keep the caller waiting for the end of it
  const launch = () => run('pg_ctl', 'start', '-w', '-s', '-D', folder, '-l', join(folder, 'server.log'))
  const start = async () => {
    // the last children of a killed one linger for a moment
    for (let left = launches; left > 0; left -= 1) if (await launch().then(() => true, () => false)) return
    await launch()
  }
  const ask: Cluster['ask'] = (text) => askAt(address, text)
  const kill = async () => {
    const others = await ask<{ pid: number }>('select pid from pg_stat_activity')
    endProcess(Number((await readFile(join(folder, 'postmaster.pid'), 'utf8')).split('\n')[0]))
    others.forEach(({ pid }) => endProcess(pid))
  }
  const standby = async (name: string): Promise<Cluster> => {
    const [below, itsPort] = [await newFolder(), await freePort()]
    await run('pg_basebackup', '-D', below, '-d', address, '-R', '-X', 'stream', '-c', 'fast')
    await appendFile(join(below, 'postgresql.conf'), own(itsPort))
    await appendFile(join(below, 'postgresql.auto.conf'), `primary_conninfo = 'host=127.0.0.1 port=${port} user=postgres application_name=${name}'\n`)
    const made = clusterIn(below, itsPort)
    await made.start()
    return made
  }
  return {
    address, start, kill, standby, ask,
    promote: async () => void (await run('pg_ctl', 'promote', '-w', '-s', '-D', folder)),
    stop: async () => {
      await run('pg_ctl', 'stop', '-s', '-w', '-m', 'immediate', '-D', folder).catch(() => undefined)
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** Makes a cluster in a folder of its own and starts it. `settings`: lines for its configuration. */
export const startCluster = async (...settings: string[]): Promise<Cluster> => {
  const [folder, port] = [await newFolder(), await freePort()]
  await run('initdb', '-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale')
  await appendFile(join(folder, 'postgresql.conf'), [own(port), ...settings, ''].join('\n'))
  const cluster = clusterIn(folder, port)
  await cluster.start()
  return cluster
}
