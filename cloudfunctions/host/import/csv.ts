import { pipeline, type Readable } from 'node:stream'
import { parse, CsvError } from 'csv-parse'
import { ImportFileError } from './file-error'
import { onlyUtf8 } from './utf8'

/** A row by the line it ends on: its trimmed texts by column, or null where it has not as many as the header. */
export interface CsvRow<Column extends string> {
  readonly line: number
  readonly fields: Readonly<Record<Column, string>> | null
}

/** What a header may name; `optional` ones may be missing from the file, and read as empty. */
interface Columns<Column extends string> {
  readonly columns: readonly Column[]
  readonly optional?: readonly Column[]
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const unreadable = (thrown: unknown, lastLine: number): unknown => {
  if (!(thrown instanceof CsvError)) return thrown
  if (thrown.code === 'CSV_QUOTE_NOT_CLOSED')
    return new ImportFileError(`The file is not well-formed CSV: the row after line ${lastLine} opens a quote and never closes it. Is the file whole?`)
  return new ImportFileError(`The file is not well-formed CSV (${thrown.code}, line ${String(thrown.lines)}).`)
}

/** Every record with the line it ends on. What goes wrong on the way to the parser comes out of it. */
async function* recordsIn(source: Readable): AsyncGenerator<Parsed> {
  let lastLine = 0
  // counted as they are parsed: a fault discards the records that wait to be read
  const counted = <T>(record: T, { lines }: Parsed['info']): T => {
    lastLine = lines
    return record
  }
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_records_with_empty_values: true, max_record_size: 10_000, on_record: counted })
  pipeline(source, onlyUtf8(), parser, () => undefined)
  try {
    yield* parser as AsyncIterable<Parsed>
  } catch (thrown) {
    throw unreadable(thrown, lastLine)
  }
}

/** What some spreadsheets put between columns where they should put commas. */
const isSeparatedOtherwise = (header: readonly string[]): boolean => header.length === 1 && /[;\t]/.test(header[0] ?? '')

const checkHeader = <Column extends string>(header: readonly string[], { columns, optional = [] }: Columns<Column>): void => {
  if (isSeparatedOtherwise(header)) throw new ImportFileError('The columns are not separated by commas: save the file as “CSV UTF-8”, separated by commas.')
  const missing = columns.filter((column) => !optional.includes(column) && !header.includes(column))
  if (missing.length > 0) throw new ImportFileError(`The header lacks ${missing.join(', ')}.`)
  const unknown = header.filter((column) => !columns.some((one) => one === column)).length
  if (unknown > 0) throw new ImportFileError(`The header has ${unknown} column(s) that are none of ${columns.join(', ')}.`)
  if (new Set(header).size !== header.length) throw new ImportFileError('The header names a column twice.')
}

const fieldsBy = <Column extends string>(header: readonly string[], { columns }: Columns<Column>) => {
  const places = columns.map((column) => [column, header.indexOf(column)] as const)
  return (record: readonly string[]) =>
    Object.fromEntries(places.map(([column, place]) => [column, record[place]?.trim() ?? ''])) as Record<Column, string>
}

/** Streams a file's rows. Throws an ImportFileError where it is empty, not UTF-8, not CSV, or its header is not what it should be. */
export async function* csvRowsIn<Column extends string>(source: Readable, expected: Columns<Column>): AsyncGenerator<CsvRow<Column>> {
  let columnCount = 0
  let fieldsOf: ReturnType<typeof fieldsBy<Column>> | undefined
  for await (const { record, info: { lines } } of recordsIn(source)) {
    if (fieldsOf) {
      yield { line: lines, fields: record.length === columnCount ? fieldsOf(record) : null }
      continue
    }
    const header = record.map((column) => column.trim())
    checkHeader(header, expected)
    columnCount = header.length
    fieldsOf = fieldsBy(header, expected)
  }
  if (!fieldsOf) throw new ImportFileError('The file is empty.')
}
