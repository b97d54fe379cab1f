import type { Readable } from 'node:stream'
import { csvRowsIn } from '../csv'
import { ImportFileError } from '../file-error'
import { columns } from './columns'
import type { RawRow } from './read-rows'

/**
 * What a CSV file says, row by row. Throws an ImportFileError where it is not UTF-8, not CSV, or its header is another; a last row that
 * lacks columns is where a file that was written by half breaks off, and its good rows are not all there is.
 */
export async function* csvOutlets(source: Readable): AsyncGenerator<RawRow> {
  let last: RawRow | undefined
  for await (const { line, fields } of csvRowsIn(source, { columns })) {
    last = fields ? { line, fields } : { line, reason: 'columnCount' }
    yield last
  }
  if (last && 'reason' in last) throw new ImportFileError(`The file breaks off on line ${last.line}: its last row does not have as many columns as the header.`)
}
