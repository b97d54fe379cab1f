import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { serverOptions } from '../../../cloudfunctions/repository/database'

const run = promisify(execFile)

export interface Load {
  readonly address: string
  readonly script: string
  readonly clients: number
  readonly seconds: number
}

/** Sends a script with PostgreSQL's own load generator, prepared, with the settings of our own connections, and gives transactions a second. */
export const pgbench = async ({ address, script, clients, seconds }: Load): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
  const file = join(folder, 'script.sql')
  await writeFile(file, script)
  try {
    const options = ['--no-vacuum', '--protocol=prepared', `--client=${clients}`, '--jobs=1', `--time=${seconds}`, `--file=${file}`]
    const { stdout } = await run('pgbench', [...options, address], { env: { ...process.env, PGOPTIONS: serverOptions } })
    const rate = /tps = ([\d.]+) \(without/.exec(stdout)?.[1]
    if (rate === undefined) throw new Error('pgbench gave no rate')
    return Number(rate)
  } finally {
    await rm(folder, { recursive: true })
  }
}
