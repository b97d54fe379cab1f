import { execFileSync, spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { DatabaseError } from './errors'

/** The system's account a database server runs as; empty is our own. */
export type Account = { readonly uid: number; readonly gid: number } | Record<string, never>

const idOf = (name: string, which: '-u' | '-g') => Number(execFileSync('id', [which, name], { stdio: ['ignore', 'pipe', 'ignore'] }).toString())

const named = (name: string): Account | undefined => {
  try {
    return { uid: idOf(name, '-u'), gid: idOf(name, '-g') }
  } catch {
    return undefined
  }
}

const ownerOf = (folder: string): Account | undefined => {
  const found = statSync(folder, { throwIfNoEntry: false })
  return found && found.uid !== 0 ? { uid: found.uid, gid: found.gid } : undefined
}

/**
 * PostgreSQL refuses to run as root. For root it is the owner of the data that is there already, else an unprivileged
 * account every system has; nobody is added to the system.
 */
export const accountFor = (dataFolder: string): Account => {
  if (process.getuid?.() !== 0) return {}
  const found = ownerOf(dataFolder) ?? named('postgres') ?? named('nobody')
  if (!found) throw new DatabaseError('PostgreSQL does not run as root, and there is neither a user postgres nor nobody to run it as. Start as another user.')
  return found
}

/** Whether an account can enter a folder: every folder above it must let it through. */
export const canEnter = (account: Account, folder: string): boolean =>
  spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/', stdio: 'ignore' }).status === 0
