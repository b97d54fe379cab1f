import { day, hour, minute } from '@/domain/time'
import { fillBulk } from '../record/bulk'
import { fill } from '../record/fill'
import type { Bench } from '../with-database'

const card = `'card-' || lpad(n::text, 17, '0')`
const cardsFrom = 'from generate_series($1::integer, $2::integer - 1) n'
const report = `insert into loss_report select ${card}, 'report-' || n, 'socialSecurity', 'temporary', 'phone', 'cardholder', null, 'phone',
  $3::bigint, $3 + ${7 * day}, null, null, null ${cardsFrom}`
const warning = `insert into outbox select ${card}, 1, 0, $3::bigint, json_build_object('about', 'lapsesSoon', 'function', 'socialSecurity', 'at', $3,
  'channel', 'phone', 'by', 'cardholder', 'dueAt', $3, 'disputeHotline', '12333', 'reportId', 'report-' || n), null, null ${cardsFrom}`

/** Of all open reports the first `due` have run out, and of the next as many the warning is due; the others' is not. */
export const fillReports = async ({ client, services }: Bench, reports: number, due: number): Promise<void> => {
  const now = Date.now()
  await fill(client, services.keys, 2 * due)
  await fillBulk(client, services.keys, 2 * due, reports)
  await client.query(report, [0, due, now - 7 * day - minute])
  await client.query(report, [due, reports, now - 6 * day])
  await client.query(warning, [due, 2 * due, now - minute])
  await client.query(warning, [2 * due, reports, now + 12 * hour])
  await client.query('vacuum analyze')
}
