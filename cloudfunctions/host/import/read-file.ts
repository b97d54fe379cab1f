import { pipeline, Transform, type Readable } from 'node:stream'
import { TextDecoder } from 'node:util'
import { parse, CsvError } from 'csv-parse'
import { civilDate, type Instant } from '@/domain/time'
import type { CardFileRow } from '../../repository'
import { columns, reasonAgainst, rowOf, type Fields } from './check-row'
import type { Reason } from './reasons'

/** The file cannot be read as what it should be: nothing of it is loaded. */
export class CardFileError extends Error {
  override readonly name = 'CardFileError'
}

const batchSize = 1000
const required = columns.filter((column) => column !== 'guardian_id_number')

/** Lets only well-formed UTF-8 through: a file in another encoding would load as names nobody bears. */
const onlyUtf8 = () => {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  const decoded = (chunk?: Uint8Array) => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined })
    } catch {
      throw new CardFileError('The file is not UTF-8: save it as UTF-8 (with or without a BOM) and try again.')
    }
  }
  const guarded = (chunk: Uint8Array | undefined, done: (error: Error | null, text?: string) => void) => {
    try {
      done(null, decoded(chunk))
    } catch (thrown) {
      done(thrown instanceof Error ? thrown : new CardFileError('The file cannot be read.'))
    }
  }
  return new Transform({
    transform: (chunk: Uint8Array, _encoding, done) => guarded(chunk, done),
    flush: (done) => guarded(undefined, done),
  })
}

const checkHeader = (header: readonly string[]): void => {
  const missing = required.filter((column) => !header.includes(column))
  if (missing.length > 0) throw new CardFileError(`The header lacks ${missing.join(', ')}.`)
  const unknown = header.filter((column) => !columns.some((one) => one === column)).length
  if (unknown > 0) throw new CardFileError(`The header has ${unknown} column(s) that are none of ${columns.join(', ')}.`)
  if (new Set(header).size !== header.length) throw new CardFileError('The header names a column twice.')
}

const fieldsOf = (header: readonly string[], record: readonly string[]): Fields => {
  const text = (column: string) => record[header.indexOf(column)]?.trim() ?? ''
  const idNumber = (column: string) => text(column).toUpperCase()
  return {
    card_number: text('card_number').toUpperCase(),
    id_number: idNumber('id_number'),
    name: text('name'),
    phone: text('phone'),
    city: text('city'),
    issuing_bank: text('issuing_bank'),
    issued_on: text('issued_on'),
    state: text('state'),
    guardian_id_number: idNumber('guardian_id_number'),
  }
}

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
}

const unreadable = (thrown: unknown): unknown =>
  thrown instanceof CsvError ? new CardFileError(`The file is not well-formed CSV (${thrown.code}, line ${String(thrown.lines)}).`) : thrown

/** Every record with the line it ends on. What goes wrong on the way to the parser comes out of it. */
async function* recordsIn(source: Readable): AsyncGenerator<Parsed> {
  const parser = parse({ bom: true, info: true, relax_column_count: true, skip_empty_lines: true, max_record_size: 10_000 })
  pipeline(source, onlyUtf8(), parser, () => undefined)
  try {
    yield* parser as AsyncIterable<Parsed>
  } catch (thrown) {
    throw unreadable(thrown)
  }
}

type TellOfBad = (line: number, reason: Reason) => void

async function* goodRowsIn(source: Readable, today: string, onBadRow: TellOfBad): AsyncGenerator<CardFileRow> {
  let header: readonly string[] | undefined
  for await (const { record, info: { lines } } of recordsIn(source)) {
    if (!header) {
      header = record.map((column) => column.trim())
      checkHeader(header)
      continue
    }
    const fields = fieldsOf(header, record)
    const reason = record.length === header.length ? reasonAgainst(fields, today) : 'columnCount'
    if (reason) onBadRow(lines, reason)
    else yield rowOf(fields, lines)
  }
  if (!header) throw new CardFileError('The file is empty.')
}

/**
 * Streams a file's good rows in batches, and tells of each bad one. `now` (ms) is what "in the future" and ages go by.
 * Throws a CardFileError where it is not UTF-8, not CSV, or lacks a column.
 */
export async function* readCardFile(source: Readable, now: Instant, onBadRow: TellOfBad): AsyncGenerator<readonly CardFileRow[]> {
  let batch: CardFileRow[] = []
  for await (const row of goodRowsIn(source, civilDate(now), onBadRow)) {
    batch.push(row)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
