import { Readable } from 'node:stream'
import pg from 'pg'
import { importOutlets, type OutletImportNeeds, type OutletImportSummary } from '../../../cloudfunctions/host/import/outlets'
import { csvOutlets } from '../../../cloudfunctions/host/import/outlets/csv'
import { geojsonOutlets } from '../../../cloudfunctions/host/import/outlets/geojson'
import { openServices, type Services } from '../../../cloudfunctions/runtime/services'
import { createDatabase } from '../../support/database'
import { testConfig } from '../../support/record/keys'

type Said = Partial<Pick<OutletImportNeeds, 'system' | 'from' | 'skipBad' | 'fictional'>> & { readonly geojson?: boolean }

export interface Told extends OutletImportSummary {
  readonly lines: string[]
  readonly suspected: string[]
}

const told = (line: number, what: string, earlier?: number) => `${line} ${what}${earlier === undefined ? '' : ` ${earlier}`}`

/** Imports a file's text or bytes into a record, WGS-84 and at once unless told otherwise, and gathers what is said about it. */
const importerOf = ({ repository }: Services) => async (file: string | Uint8Array | Readable, said: Said = {}): Promise<Told> => {
  const [lines, suspected]: [string[], string[]] = [[], []]
  const { geojson = false, ...rest } = said
  const source = file instanceof Readable ? file : Readable.from([Buffer.from(file)])
  const summary = await importOutlets({
    repository,
    rows: geojson ? geojsonOutlets(source) : csvOutlets(source),
    system: 'wgs84',
    from: null,
    skipBad: false,
    fictional: false,
    ...rest,
    onBadRow: (line, reason, earlier) => lines.push(told(line, reason, earlier)),
    onSuspect: (line, suspicion, earlier) => suspected.push(told(line, suspicion, earlier)),
    onManyMissing: (missing, of) => suspected.push(`missing ${missing} of ${of}`),
  })
  return { ...summary, lines, suspected }
}

/** A record without a demo city, for lists alone. */
export interface Lists {
  readonly services: Services
  /** A connection beside the repository's, to look at rows and to let time go by. */
  readonly sql: pg.Client
  readonly load: ReturnType<typeof importerOf>
  empty(): Promise<void>
  close(): Promise<void>
}

export const openLists = async (): Promise<Lists> => {
  const database = await createDatabase()
  const services = openServices(testConfig(database.connectionString))
  const sql = new pg.Client({ connectionString: database.connectionString })
  await sql.connect()
  const empty = async () => { await sql.query('truncate outlet, outlet_version, outlet_publication') }
  const close = async () => {
    await sql.end()
    await services.repository.close()
    await database.drop()
  }
  return { services, sql, load: importerOf(services), empty, close }
}
