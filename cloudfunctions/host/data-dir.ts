import { createHash } from 'node:crypto'
import { chmod, mkdir, stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { accountFor, canEnter } from './database/account'
import { DatabaseError } from './database/errors'

const shared = (folder: string) => `/var/tmp/lost-card-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`

const make = async (folder: string): Promise<string> => {
  // the account the database runs as passes through, and reads nothing
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o711)
  return folder
}

/** Anyone can make a folder in /var/tmp: one that is not our own is no place for keys. */
const makeOurs = async (folder: string): Promise<string> => {
  await make(folder)
  if ((await stat(folder)).uid !== process.getuid?.()) throw new DatabaseError(`${folder} belongs to another user. Set DATA_DIR to a folder of your own.`)
  return folder
}

/**
 * The folder of all local data: DATA_DIR, else `.data`. For root below a closed folder, where the account the database runs
 * as could not reach it, a folder of this checkout in /var/tmp.
 */
export const dataDirOf = async (given: string | undefined): Promise<string> => {
  const folder = await make(resolve(given ?? '.data'))
  const reachable = given !== undefined || process.getuid?.() !== 0 || canEnter(accountFor(folder), folder)
  return reachable ? folder : makeOurs(shared(folder))
}
