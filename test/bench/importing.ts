import { createReadStream } from 'node:fs'
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { importCardFile } from '../../cloudfunctions/host/import'
import { columns } from '../../cloudfunctions/host/import/check-row'
import { cardFileLines } from '../../cloudfunctions/host/import/generate'
import type { Services } from '../../cloudfunctions/runtime/services'
import type { Options } from './options'
import type { Row } from './table'
import { withDatabase } from './with-database'

const secondsOf = async (work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return (performance.now() - started) / 1000
}

/** The file as it is, into one table of texts. */
const copy = async (client: pg.Client, file: string): Promise<void> => {
  await client.query(`create table plain (${columns.map((column) => `${column} text`).join(', ')})`)
  await client.query(`copy plain from '${file}' csv header`)
}

const load = async ({ repository }: Services, file: string): Promise<void> => {
  const refuse = () => { throw new Error('a made-up file was not taken as it is') }
  await importCardFile({ repository, source: createReadStream(file), onBadRow: refuse, onDifference: refuse })
}

/** A city's file on its way into the record, checked, sealed, hashed and chained, against the server's own COPY of the same file. */
export const measureImporting = ({ rows }: Options): Promise<Row[]> =>
  withDatabase(async ({ services, client }) => {
    const folder = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
    await chmod(folder, 0o711)
    const file = join(folder, 'cards.csv')
    await writeFile(file, [...cardFileLines(rows)].join(''), { mode: 0o644 })
    try {
      const theirs = rows / await secondsOf(() => copy(client, file))
      const ours = rows / await secondsOf(() => load(services, file))
      return [{ what: `import of ${rows} rows`, ours: `${ours.toFixed(0)} rows/s`, baseline: `bare COPY ${theirs.toFixed(0)} rows/s`, ratio: ours / theirs }]
    } finally {
      await rm(folder, { recursive: true })
    }
  })
