import type { Readable } from 'node:stream'
import { civilDate, type Instant } from '@/domain/time'
import type { CardFileRow } from '../../repository'
import { inBatches } from './batches'
import { columns, reasonAgainst, rowOf, type Fields } from './check-row'
import { csvRowsIn } from './csv'
import type { Reason } from './reasons'

/** An x written for the X of a check digit is the same number. */
const inCapitals = (fields: Fields): Fields => ({
  ...fields,
  card_number: fields.card_number.toUpperCase(),
  id_number: fields.id_number.toUpperCase(),
  guardian_id_number: fields.guardian_id_number.toUpperCase(),
})

type TellOfBad = (line: number, reason: Reason) => void

async function* goodRowsIn(source: Readable, today: string, onBadRow: TellOfBad): AsyncGenerator<CardFileRow> {
  for await (const { line, fields } of csvRowsIn(source, { columns, optional: ['guardian_id_number'] })) {
    const row = fields && inCapitals(fields)
    const reason = row === null ? 'columnCount' : reasonAgainst(row, today)
    if (reason) onBadRow(line, reason)
    else if (row) yield rowOf(row, line)
  }
}

/**
 * Streams a file's good rows in batches, and tells of each bad one. `now` (ms) is what "in the future" and ages go by.
 * Throws an ImportFileError where it is not UTF-8, not CSV, or lacks a column.
 */
export const readCardFile = (source: Readable, now: Instant, onBadRow: TellOfBad): AsyncGenerator<readonly CardFileRow[]> =>
  inBatches(goodRowsIn(source, civilDate(now), onBadRow))
