import { Readable } from 'node:stream'
import pg from 'pg'
import { importCardFile, ImportFileError } from '../../cloudfunctions/host/import'
import { importOutlets } from '../../cloudfunctions/host/import/outlets'
import { csvOutlets } from '../../cloudfunctions/host/import/outlets/csv'
import { geojsonOutlets } from '../../cloudfunctions/host/import/outlets/geojson'
import { openServices, type Services } from '../../cloudfunctions/runtime/services'
import { findPersonalData } from '../security/scan'
import { createDatabase } from '../support/database'
import { testConfig } from '../support/record/keys'
import type { FileInput } from './input'
import { bytesOf } from './wire'

/** A record of files alone. */
export interface FileStage {
  readonly services: Services
  /** How many cards and outlets it has. */
  count(): Promise<string>
  close(): Promise<void>
}

export const openFileStage = async (): Promise<FileStage> => {
  const database = await createDatabase()
  const services = openServices(testConfig(database.connectionString))
  const sql = new pg.Client({ connectionString: database.connectionString })
  await sql.connect()
  const count = async () => (await sql.query<{ kept: string }>('select concat((select count(*) from card), $$ $$, (select count(*) from outlet), $$ $$, (select count(*) from outlet_version)) as kept')).rows[0]?.kept ?? ''
  const close = async () => {
    await sql.end()
    await services.repository.close()
    await database.drop()
  }
  return { services, count, close }
}

/** In pieces, as a disk gives them. */
const sourceOf = ({ text, encoding }: FileInput): Readable => {
  const bytes = bytesOf(text, encoding)
  const middle = Math.floor(bytes.length / 2)
  return Readable.from([bytes.subarray(0, middle), bytes.subarray(middle)].filter(({ length }) => length > 0))
}

/** Imports it; whether anything of it was loaded. */
const load = async ({ repository }: Services, input: FileInput): Promise<boolean> => {
  const source = sourceOf(input)
  if (input.importer === 'cards') return (await importCardFile({ repository, source, skipBad: input.skipBad, onBadRow: () => undefined, onDifference: () => undefined })).loaded
  const rows = input.importer === 'outlets' ? csvOutlets(source) : geojsonOutlets(source)
  const said = { system: 'wgs84', from: null, skipBad: input.skipBad, fictional: false } as const
  const { imported } = await importOutlets({ repository, rows, ...said, onBadRow: () => undefined, onSuspect: () => undefined, onManyMissing: () => undefined })
  return imported.outcome === 'loaded'
}

const outcomeOf = async (services: Services, input: FileInput): Promise<boolean | Error> => {
  try {
    return await load(services, input)
  } catch (thrown) {
    return thrown instanceof Error ? thrown : new Error(String(thrown))
  }
}

/** What is wrong with how a file is taken or refused: nothing but an ImportFileError is thrown, which quotes nothing, and what is refused is not loaded. */
export const wrongInImport = async ({ services, count }: FileStage, input: FileInput): Promise<string[]> => {
  const before = await count()
  const outcome = await outcomeOf(services, input)
  if (outcome === true) return []
  const loaded = (await count()) === before ? [] : ['what was refused is loaded']
  if (!(outcome instanceof Error)) return loaded
  const quoted = findPersonalData(outcome.message).map(() => 'the refusal of the file quotes it')
  return outcome instanceof ImportFileError ? [...loaded, ...quoted] : [...loaded, `it is thrown: ${outcome.name} ${outcome.message} ${String(outcome.stack).split('\n')[1]}`]
}
