import { cityCodes, policyOf } from '@/domain/policies'
import { decideMove, missedBefore } from '@/domain/reissue'
import type { Instant } from '@/domain/time'
import { errorForLog, type Log } from '../../runtime/log'
import { writeOf } from '../change'
import { clock, type Database } from '../database'
import { cardColumns, cardOf, type CardRow } from '../facts'
import { writeChange } from '../write'

/** Cards that one statement finds. */
const batch = 200

/** A city's are in the order of its index, those after the one that the batch before ended with. */
const find = `select ${cardColumns()}, k.moved_at, ${clock} as now from reissue k join card c on c.card_key = k.card_key
  where k.city = $1 and k.state = 'ready' and k.closed_at is null and k.moved_at < $2::bigint and (k.moved_at, k.card_key) > ($3::bigint, $4::text)
  order by k.moved_at, k.card_key limit ${batch}`

type Row = CardRow & { readonly moved_at: number; readonly now: Instant }

/** A card that somebody changes just now is looked at the next time. */
const miss = async (database: Database, row: Row): Promise<boolean> => {
  const before = cardOf(row)
  const orderId = before.order?.id ?? ''
  const decision = decideMove(before, { orderId, move: 'miss', channel: 'system', by: 'system' }, row.now)
  return decision.outcome === 'change' && writeChange(database, { ...writeOf(row, before, decision.events, 'clock'), answer: null })
}

const tryMiss = async (database: Database, row: Row, log: Log): Promise<boolean> => {
  try {
    return await miss(database, row)
  } catch (thrown) {
    log.error({ operation: 'uncollected', code: 'fault', reason: row.card_key, error: errorForLog(thrown) })
    return false
  }
}

const missIn = async (database: Database, city: string, before: Instant, log: Log): Promise<number> => {
  let [missed, last, rows]: [number, Pick<Row, 'moved_at' | 'card_key'>, Row[]] = [0, { moved_at: 0, card_key: '' }, []]
  do {
    rows = await database.run<Row>({ name: 'due-uncollected', text: find, values: [city, before, last.moved_at, last.card_key] })
    for (const row of rows) missed += Number(await tryMiss(database, row, log))
    last = rows.at(-1) ?? last
  } while (rows.length === batch)
  return missed
}

/**
 * Writes down which cards were ready and not collected within the city's days, so that their holders are told. Gives how many; one that
 * fails holds up no other.
 */
export const missDue = async (database: Database, log: Log): Promise<number> => {
  const [time] = await database.run<{ now: Instant }>({ name: 'now', text: `select ${clock} as now`, values: [] })
  let missed = 0
  for (const city of cityCodes) missed += await missIn(database, city, missedBefore(time?.now ?? 0, policyOf(city)), log)
  return missed
}
