import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { chmod, chown, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { canEnter, type Account } from './account'
import type { Binaries } from './binaries'
import { DatabaseError } from './errors'

/** Runs one of PostgreSQL's programs to its end; gives its code and what it said. */
export const run = (program: string, args: readonly string[], account: Account): Promise<{ code: number | null; said: string }> =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...account, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, LC_ALL: 'C' } })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { said += chunk.toString() })
    child.on('error', reject)
    child.on('exit', (code) => resolve({ code, said }))
  })

const owned = async (path: string, account: Account) => {
  if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid)
}

const passwordFile = (folder: string) => join(folder, 'lost-card.password')

/** The password of the folder's own superuser, made with the folder. */
export const passwordOf = async (folder: string): Promise<string> => (await readFile(passwordFile(folder), 'utf8')).trim()

const initialise = async (folder: string, { initdb }: Binaries, account: Account) => {
  const building = `${folder}.${process.pid}`
  const password = `${building}.password`
  await rm(building, { recursive: true, force: true })
  await mkdir(building, { mode: 0o700 })
  await owned(building, account)
  await writeFile(password, randomBytes(24).toString('hex'), { mode: 0o600 })
  await owned(password, account)
  const flags = ['--username=postgres', '--auth=scram-sha-256', '--encoding=UTF8', '--no-locale', '--no-instructions']
  const { code, said } = await run(initdb, [`--pgdata=${building}`, `--pwfile=${password}`, ...flags], account)
  if (code !== 0) throw new DatabaseError(`PostgreSQL could not make its folder ${folder}:\n${said}`)
  await rename(password, passwordFile(building))
  return building
}

/** Whole or not at all: of two starts at once, one folder takes the name and the other is dropped. */
const make = async (folder: string, binaries: Binaries, account: Account) => {
  const building = await initialise(folder, binaries, account)
  try {
    await rename(building, folder)
  } catch {
    await rm(building, { recursive: true, force: true })
  }
}

const versionOf = async (folder: string): Promise<string | undefined> => {
  try {
    return (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim()
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EACCES')) return undefined
    throw new DatabaseError(`${folder} belongs to another user. Start as that user, or choose another DATA_DIR.`)
  }
}

const mustBeOurs = async (folder: string, { major }: Binaries) => {
  const version = await versionOf(folder)
  if (version === undefined || !existsSync(passwordFile(folder)))
    throw new DatabaseError(`${folder} is not a database folder of this project. Choose another DATA_DIR, or move it away.`)
  if (version !== major)
    throw new DatabaseError(
      `${folder} belongs to PostgreSQL ${version}, and this project runs ${major}. Choose another DATA_DIR, or move the folder away; PostgreSQL's own pg_dump carries its data over.`,
    )
}

/** Makes the data folder if it is not there, and refuses one that is another version's or no database at all. */
export const prepareFolder = async (folder: string, binaries: Binaries, account: Account): Promise<void> => {
  const above = dirname(folder)
  const created = await mkdir(above, { recursive: true })
  // a strict umask must not shut out the account the server runs as
  if (created) await chmod(above, 0o711)
  if (process.getuid?.() === 0 && !canEnter(account, above))
    throw new DatabaseError(`PostgreSQL runs as another user than root, who cannot enter ${above}. Set DATA_DIR to a folder everyone may enter, such as one in /var/tmp.`)
  if (!existsSync(folder)) await make(folder, binaries, account)
  await mustBeOurs(folder, binaries)
}
