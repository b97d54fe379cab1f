import { createReadStream } from 'node:fs'
import { parseArgs } from 'node:util'
import { importCardFile, ImportFileError, reasons, type ImportSummary } from '../import'
import { runCommand, secondsSince, sizeOf, withRepository } from './command'
import { progressOf, type Progress } from './progress'

const usage = 'Usage: npm run cards:import -- FILE.csv [--skip-bad]'

const readArguments = (args: string[]) => {
  const { values, positionals } = parseArgs({ args, options: { 'skip-bad': { type: 'boolean', default: false } }, allowPositionals: true })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new ImportFileError(usage)
  return { file, skipBad: values['skip-bad'] }
}

const sentence = ({ loaded, added, known, bad }: ImportSummary, seconds: string): string => {
  if (!loaded) return `Nothing was loaded: ${bad} bad row(s). Mend them, or load the others with --skip-bad.`
  return `${added} new card(s) loaded in ${seconds} s; ${known} known card(s) kept as they were; ${bad} bad row(s) left out.`
}

/** Imports a file into the record of this environment. */
const load = (file: string, skipBad: boolean, progress: Progress): Promise<ImportSummary> =>
  withRepository(async (repository) => {
    const source = createReadStream(file).on('data', (chunk) => progress.read(chunk.length))
    return importCardFile({
      repository,
      source: source.pause(),
      skipBad,
      onBadRow: (line, reason) => progress.line(`line ${line}: ${reasons[reason]}`),
      onDifference: ({ line, columns }) => progress.line(`line ${line}: the record differs and is kept: ${columns.join(', ')}`),
    })
  }).finally(() => progress.end())

export const command = async (args: string[]): Promise<boolean> => {
  const { file, skipBad } = readArguments(args)
  const progress = progressOf(await sizeOf(file))
  const started = performance.now()
  const summary = await load(file, skipBad, progress)
  console.log(sentence(summary, secondsSince(started)))
  return summary.loaded
}

runCommand(module, command)
