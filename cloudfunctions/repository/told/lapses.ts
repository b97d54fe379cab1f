import { dueLapses } from '@/domain/lapse'
import type { Instant } from '@/domain/time'
import { isBusy } from '../../runtime/errors'
import type { Log } from '../../runtime/log'
import { writeOf } from '../change'
import { clock, type Database } from '../database'
import { cardColumns, cardOf, type CardRow } from '../facts'
import { writeChange } from '../write'
import { notAside, setAside, takeUp } from './aside'

/** Cards whose lapse is written down by one round. */
const batch = 200

type DueCard = CardRow & { readonly now: Instant }

/** As for what is due to be told, the time is asked for once. */
const find = `select ${cardColumns()}, ${clock} as now from (select distinct r.card_key from loss_report r
    where r.ended_at is null and r.lapses_at is not null and r.lapses_at <= (select ${clock}) and ${notAside('lapse', 'r.card_key')}
    limit ${batch}) due join card c on c.card_key = due.card_key`

const settle = async (database: Database, row: DueCard): Promise<void> => {
  const before = cardOf(row)
  const events = dueLapses(before, row.now)
  if (events.length > 0) await writeChange(database, { ...writeOf(row, before, events, 'clock'), answer: null })
}

/** Whether it could be done; that the database is away is no fault of the card's. */
const isSettled = async (database: Database, row: DueCard): Promise<boolean> => {
  try {
    await settle(database, row)
    return true
  } catch (thrown) {
    if (isBusy(thrown)) throw thrown
    return false
  }
}

/**
 * Writes lapses down that are due and that no change has written, so that they are told; what is shown does not depend on it. Gives how
 * many cards there were. A card that a citizen changes just now has its lapse written by that change; one of which it cannot be done is set
 * aside for another try.
 */
export const settleLapses = async (database: Database, log: Log): Promise<number> => {
  const rows = await database.run<DueCard>({ name: 'due-lapses', text: find, values: [] })
  const [done, failed]: [string[], string[]] = [[], []]
  for (const row of rows) (await isSettled(database, row) ? done : failed).push(row.card_key)
  if (done.length > 0) await takeUp(database.run, 'lapse', done)
  await setAside(database.run, log, 'lapse', failed)
  return rows.length
}
