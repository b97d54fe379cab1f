import type { CityCode } from '@/domain/policies'
import type { Database } from '../database'
import type { OutletTable } from '../schema'
import type { Publication } from './publication'

/** Between an outlet's texts: no white space, so that it stays where that is taken out. */
export const textSeparator = '\u001f'

/** A stretch of a list in its order, column by column; the places are WGS-84. */
export interface OutletColumns {
  readonly seq: readonly number[]
  readonly longitude: readonly number[]
  readonly latitude: readonly number[]
  readonly kind: readonly OutletTable['kind'][]
  readonly bank: readonly (string | null)[]
  readonly district: readonly string[]
  /** Each outlet's, separated by spaces. */
  readonly capabilities: readonly string[]
  /** Alike for all outlets that keep the same hours and holidays. */
  readonly schedule: readonly number[]
  /** Name, address, and both in initials. */
  readonly text: readonly string[]
}

/** How many rows a statement reads, and how many statements are under way: beyond this the database gains nothing by it. */
const stretch = 20_000
const atOnce = 3

/** As many bits as a JavaScript number holds exactly. */
const wholeBits = '((1::bigint << 53) - 1)'
const schedule = `hashtextextended(coalesce(hours::text, ''), case holidays when 'open' then 1 when 'closed' then 2 else 0 end) & ${wholeBits}`
const text = `concat_ws(chr(${textSeparator.charCodeAt(0)}), name, address, name_initials, address_initials)`

// columns, and made into JSON by the server: of a hundred thousand rows the driver would make millions of values one by one
const columns = `select json_agg(seq) as seq, json_agg(longitude) as longitude, json_agg(latitude) as latitude, json_agg(kind) as kind,
  json_agg(bank) as bank, json_agg(district) as district, json_agg(array_to_string(capabilities, ' ')) as capabilities,
  json_agg(${schedule}) as schedule, json_agg(${text}) as text
  from (select * from outlet where city = $1 and version = $2 and seq >= $3 and seq < $4 order by seq) stretch
  having count(*) > 0`

const columnsFrom = ({ run }: Database, city: CityCode, version: string, from: number): Promise<OutletColumns[]> =>
  run({ name: 'outlet-columns', text: columns, values: [city, version, from, from + stretch] })

/** A list's rows; while one stretch is worked on the next ones are on their way. */
export async function* columnsOf(database: Database, city: CityCode, { version, lastSeq }: Publication): AsyncGenerator<OutletColumns> {
  const underWay: Promise<OutletColumns[]>[] = []
  for (let from = 0; from <= lastSeq || underWay.length > 0;) {
    for (; from <= lastSeq && underWay.length < atOnce; from += stretch) {
      const columnsOfStretch = columnsFrom(database, city, version, from)
      // when an earlier one fails nobody waits for this one any more
      columnsOfStretch.catch(() => undefined)
      underWay.push(columnsOfStretch)
    }
    yield* (await underWay.shift()) ?? []
  }
}
