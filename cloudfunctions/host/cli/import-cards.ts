import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openServices } from '../../runtime/services'
import { CardFileError, importCardFile, reasons, type ImportSummary } from '../import'
import { settingsFrom, type Settings } from '../settings'
import { progressOf, type Progress } from './progress'

const usage = 'Usage: npm run cards:import -- FILE.csv [--skip-bad]'

const readArguments = (args: string[]) => {
  const { values, positionals } = parseArgs({ args, options: { 'skip-bad': { type: 'boolean', default: false } }, allowPositionals: true })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new CardFileError(usage)
  return { file, skipBad: values['skip-bad'] }
}

const sizeOf = async (file: string): Promise<number> => {
  const found = await stat(file).catch(() => undefined)
  if (!found?.isFile()) throw new CardFileError(`There is no file at ${file}.`)
  return found.size
}

const sentence = ({ loaded, added, known, bad }: ImportSummary, seconds: string): string => {
  if (!loaded) return `Nothing was loaded: ${bad} bad row(s). Mend them, or load the others with --skip-bad.`
  return `${added} new card(s) loaded in ${seconds} s; ${known} known card(s) kept as they were; ${bad} bad row(s) left out.`
}

/** Imports a file into the record of this environment. */
const load = async (settings: Settings, file: string, skipBad: boolean, progress: Progress): Promise<ImportSummary> => {
  const { repository } = openServices(settings.config)
  try {
    await repository.migrate()
    const source = createReadStream(file).on('data', (chunk) => progress.read(chunk.length))
    return await importCardFile({
      repository,
      source: source.pause(),
      skipBad,
      onBadRow: (line, reason) => progress.line(`line ${line}: ${reasons[reason]}`),
      onDifference: ({ line, columns }) => progress.line(`line ${line}: the record differs and is kept: ${columns.join(', ')}`),
    })
  } finally {
    progress.end()
    await repository.close()
  }
}

/** Resolves to whether the file was loaded. */
const run = async (args: string[]): Promise<boolean> => {
  const { file, skipBad } = readArguments(args)
  const progress = progressOf(await sizeOf(file))
  const settings = await settingsFrom(process.env)
  const started = performance.now()
  try {
    const summary = await load(settings, file, skipBad, progress)
    console.log(sentence(summary, ((performance.now() - started) / 1000).toFixed(1)))
    return summary.loaded
  } finally {
    await settings.stop()
  }
}

run(process.argv.slice(2)).then(
  (loaded) => { process.exitCode = loaded ? 0 : 1 },
  (thrown: unknown) => {
    console.error(thrown instanceof Error ? thrown.message : 'The import failed.')
    process.exitCode = 1
  },
)
