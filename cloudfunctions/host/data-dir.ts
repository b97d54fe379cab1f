import { createHash } from 'node:crypto'
import { chmod, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { accountFor, canEnter } from './database/account'

const shared = (folder: string) => `/var/tmp/lost-card-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`

const make = async (folder: string): Promise<string> => {
  // the account the database runs as passes through, and reads nothing
  if (await mkdir(folder, { recursive: true })) await chmod(folder, 0o711)
  return folder
}

/**
 * The folder of all local data: DATA_DIR, else `.data`. For root below a closed folder, where the account the database runs
 * as could not reach it, a folder of this checkout in /var/tmp.
 */
export const dataDirOf = async (given: string | undefined): Promise<string> => {
  const folder = await make(resolve(given ?? '.data'))
  const reachable = given !== undefined || process.getuid?.() !== 0 || canEnter(accountFor(folder), folder)
  return reachable ? folder : make(shared(folder))
}
