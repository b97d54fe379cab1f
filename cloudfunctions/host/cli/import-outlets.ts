import { createReadStream } from 'node:fs'
import { extname } from 'node:path'
import { parseArgs } from 'node:util'
import { toIso } from '@/domain/time'
import { ImportFileError } from '../import'
import { importOutlets, reasons, suspicions, systems, type FileSystem, type OutletImportNeeds, type OutletImportSummary } from '../import/outlets'
import { csvOutlets } from '../import/outlets/csv'
import { geojsonOutlets } from '../import/outlets/geojson'
import { runCommand, secondsSince, sizeOf, withRepository } from './command'
import { pastTime, sayWhatComes, timeIn } from './outlet-arguments'
import { progressOf, type Progress } from './progress'

const usage = `Usage: npm run outlets:import -- FILE.csv|FILE.geojson --coordinates ${systems.join('|')} [--from TIME] [--skip-bad] [--fictional]`

/** How each kind of file is read, and what one outlet's place in it is called. */
const formats = {
  '.csv': { read: csvOutlets, place: 'line' },
  '.geojson': { read: geojsonOutlets, place: 'feature' },
  '.json': { read: geojsonOutlets, place: 'feature' },
} as const

type Format = (typeof formats)[keyof typeof formats]

const formatOf = (file: string): Format => {
  const ending = extname(file).toLowerCase()
  const format = Object.entries(formats).find(([known]) => known === ending)?.[1]
  if (!format) throw new ImportFileError(`${file} is neither .csv nor .geojson: a spreadsheet is saved as “CSV UTF-8” first.`)
  return format
}

const systemIn = (text: string | undefined): FileSystem => {
  const system = systems.find((one) => one === text)
  if (!system) throw new ImportFileError(`--coordinates says in which system the file’s places are, for it cannot be told from them: one of ${systems.join(', ')}.`)
  return system
}

const options = {
  coordinates: { type: 'string' },
  from: { type: 'string' },
  'skip-bad': { type: 'boolean', default: false },
  fictional: { type: 'boolean', default: false },
} as const

const readArguments = (args: string[]) => {
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new ImportFileError(usage)
  const { fictional, 'skip-bad': skipBad } = values
  return { file, format: formatOf(file), system: systemIn(values.coordinates), from: timeIn(values.from), skipBad, fictional }
}

const sentence = ({ imported, bad, suspects }: OutletImportSummary, seconds: string): string => {
  switch (imported.outcome) {
    case 'loaded':
      return `${imported.outlets} outlet(s) of ${imported.city} loaded in ${seconds} s as version ${imported.version}, current from `
        + `${toIso(imported.currentFrom)}; ${bad} bad one(s) left out, ${suspects} suspect(s).`
    case 'unchanged':
      return `Nothing changed: version ${imported.version} of ${imported.city} says the same of its ${imported.outlets} outlet(s).`
    case 'refused':
      return `Nothing was loaded: ${bad} bad outlet(s). Mend them, or load the others with --skip-bad.`
    case 'nothingGood':
      return `Nothing was loaded: all ${bad} outlet(s) are bad.`
    case 'pastTime':
      return pastTime
  }
}

type Listeners = Pick<OutletImportNeeds, 'onBadRow' | 'onSuspect' | 'onManyMissing'>

const listenersOf = ({ line: print }: Progress, place: Format['place']): Listeners => {
  const also = (earlier?: number) => (earlier === undefined ? '' : ` (${place} ${earlier})`)
  return {
    onBadRow: (line, reason, earlier) => print(`${place} ${line}: ${reasons[reason]}${also(earlier)}`),
    onSuspect: (line, suspicion, earlier) => print(`${place} ${line}: loaded, but look at it: ${suspicions[suspicion]}${also(earlier)}`),
    onManyMissing: (missing, of) => print(`Is the file whole? ${missing} of the current list’s ${of} outlet(s) are missing from it.`),
  }
}

export const command = async (args: string[]): Promise<boolean> => {
  const { file, format, ...said } = readArguments(args)
  const progress = progressOf(await sizeOf(file))
  const started = performance.now()
  const { imported } = await withRepository(async (repository) => {
    const source = createReadStream(file).on('data', (chunk) => progress.read(chunk.length)).pause()
    const needs = { repository, rows: format.read(source), ...said, ...listenersOf(progress, format.place) }
    const summary = await importOutlets(needs).finally(() => progress.end())
    console.log(sentence(summary, secondsSince(started)))
    if ('city' in summary.imported) await sayWhatComes(repository, summary.imported.city)
    return summary
  })
  return imported.outcome === 'loaded' || imported.outcome === 'unchanged'
}

runCommand(module, command)
