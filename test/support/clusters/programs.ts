import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Where Debian puts PostgreSQL, a folder for each major version. */
const debian = '/usr/lib/postgresql'

const versions = (): string[] => (existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [])

/** The folder of the system's PostgreSQL programs: PG_BIN, or the newest of Debian's. Says what to install where there is none. */
export const systemPrograms = (): string => {
  const found = [process.env['PG_BIN'], ...versions().map((version) => join(debian, version, 'bin'))].find((folder) => folder && existsSync(join(folder, 'pg_basebackup')))
  if (!found) throw new Error('This test needs the system\'s PostgreSQL: apt-get install -y postgresql, or set PG_BIN to the folder of its programs.')
  return found
}

/** PostgreSQL refuses to run as root: then it is Debian's own user, who comes with the package. */
export const systemAccount = (): { readonly uid: number; readonly gid: number } | Record<string, never> => {
  if (process.getuid?.() !== 0) return {}
  const id = (which: '-u' | '-g') => Number(execFileSync('id', [which, 'postgres']).toString())
  return { uid: id('-u'), gid: id('-g') }
}
