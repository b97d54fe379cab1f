import { dueLapses } from '@/domain/lapse'
import type { Instant } from '@/domain/time'
import { writeOf } from '../change'
import { clock, type Database } from '../database'
import { cardColumns, cardOf, type CardRow } from '../facts'
import { writeChange } from '../write'

/** Cards whose lapse is written down by one round. */
const batch = 200

/** As for what is due to be told, the time is asked for once. */
const find = `select ${cardColumns}, ${clock} as now from (select distinct r.card_key from loss_report r
    where r.ended_at is null and r.lapses_at is not null and r.lapses_at <= (select ${clock}) limit ${batch}) due join card c on c.card_key = due.card_key`

/**
 * Writes lapses down that are due and that no change has written, so that they are told; what is shown does not depend on it. Gives how
 * many cards there were. A card that a citizen changes just now has its lapse written by that change.
 */
export const settleLapses = async (database: Database): Promise<number> => {
  const rows = await database.run<CardRow & { now: Instant }>({ name: 'due-lapses', text: find, values: [] })
  for (const row of rows) {
    const before = cardOf(row)
    const events = dueLapses(before, row.now)
    if (events.length > 0) await writeChange(database, { ...writeOf(row, before, events, 'clock'), answer: null })
  }
  return rows.length
}
