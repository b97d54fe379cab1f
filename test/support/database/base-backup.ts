import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

/** What vanishes while it is copied is no part of a backup; that the rest is whole is seen when it is restored. */
const copy = (from: string, to: string): Promise<unknown> => promisify(execFile)('cp', ['-a', from, to]).catch(() => undefined)

/**
 * A base backup by PostgreSQL's own low-level calls, as `pg_basebackup` makes one, while the server serves: the folder, what it says to begin
 * from, and the journal that was written meanwhile. `during` runs in the middle of it.
 */
export const baseBackup = async (address: string, folder: string, to: string, during: () => Promise<unknown>): Promise<void> => {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  await client.query(`select pg_backup_start('rehearsal', true)`)
  await copy(folder, to)
  await during()
  const { rows: [stop] } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
  await copy(join(folder, 'pg_wal'), to)
  await promisify(execFile)('rm', ['-f', join(to, 'postmaster.pid'), join(to, 'lost-card.port')])
  await writeFile(join(to, 'backup_label'), stop?.labelfile ?? '')
  await promisify(execFile)('chown', ['--reference', join(to, 'PG_VERSION'), join(to, 'backup_label')])
  await client.end()
}
