import type { CardFunction } from '@/domain/words'
import type { Database } from './database'
import { reportOf } from './facts'
import type { LossReportTable } from './schema'
import type { ReportView } from './views'

const text = `select * from loss_report where card_key = $1 and function = $2 and ended_at is not null
  order by ended_at desc, reported_at desc limit 1`

/** The last report of a card's function that has ended; null when there never was one. */
export const lastReport = async ({ run }: Database, cardKey: string, of: CardFunction): Promise<ReportView | null> => {
  const [row] = await run<LossReportTable>({ name: 'last-report', text, values: [cardKey, of] })
  if (!row || row.ended_at === null || row.ended_by === null) return null
  return { function: row.function, report: reportOf(row), ended: { at: row.ended_at, how: row.ended_by } }
}
