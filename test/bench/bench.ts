import { measureAudit } from './audit'
import { measureCold, measureHost } from './host'
import { measureImporting } from './importing'
import { measureJobs } from './jobs'
import { measureLookups } from './lookups'
import { readOptions, type Options } from './options'
import { measureOutlets } from './outlets'
import { measureRecord } from './record'
import { measureSize } from './size'
import { printTable, type Row } from './table'

const measurements: Readonly<Record<string, (options: Options) => Promise<Row[]>>> = {
  size: measureSize,
  host: measureHost,
  cold: measureCold,
  record: measureRecord,
  lookups: measureLookups,
  import: measureImporting,
  jobs: measureJobs,
  outlets: measureOutlets,
  audit: measureAudit,
}

/** What one measurement came to; where it could not be made it says why, and the others go on. */
const rowsOf = async (name: string, options: Options): Promise<Row[]> => {
  const measure = measurements[name]
  if (!measure) throw new RangeError(`There is no measurement ${name}: there are ${Object.keys(measurements).join(', ')}.`)
  console.error(`measuring ${name} …`)
  return measure(options).catch((thrown: unknown) => {
    console.error(thrown)
    process.exitCode = 1
    return []
  })
}

/** `npm run bench -- [NAME …] [--seconds=4] [--cards=10000000] …`: one table of ratios, each against a baseline of the same run. */
const bench = async (): Promise<void> => {
  const { names, options } = readOptions(process.argv.slice(2))
  const rows: Row[] = []
  for (const name of names.length > 0 ? names : Object.keys(measurements)) rows.push(...await rowsOf(name, options))
  printTable(rows)
}

bench().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown)
  process.exitCode = 1
})
