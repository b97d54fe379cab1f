import { day, minute } from '@/domain/units'
import type { Instant } from '@/domain/time'
import type { Log } from '../../runtime/log'
import { clock, type Run } from '../database'

/** What is done for one card after the other, so that one of which it cannot be done must not hold up the rest. */
export type Work = 'telling' | 'lapse' | 'feed'

/** A card that waits to be tried again, and since when it could not be done. */
export interface Aside {
  readonly cardKey: string
  readonly work: Work
  readonly since: Instant
  readonly tries: number
  readonly nextAt: Instant
}

/** True of a card, as SQL, that is not waiting to be tried again. */
export const notAside = (work: Work, cardKey: string): string =>
  `not exists (select from set_aside a where a.card_key = ${cardKey} and a.work = '${work}' and a.next_at > ${clock})`

/** Twice as long (ms) from try to try, from a minute to a day. */
const put = `insert into set_aside as a (card_key, work, since, tries, next_at)
  select k, $2, ${clock}, 1, ${clock} + ${minute} from unnest($1::text[]) k
  on conflict (card_key, work) do update set tries = a.tries + 1, next_at = ${clock} + least(${minute} * (1::bigint << least(a.tries, 20)), ${day})`
const over = 'delete from set_aside where work = $2 and card_key = any($1::text[])'
const all = `select card_key as "cardKey", work, since, tries, next_at as "nextAt" from set_aside order by since, card_key, work`

const again = 'update set_aside set next_at = 0 where card_key = $1 returning card_key'

/** Has everything that waits of a card tried again at once. False where nothing does. */
export const tryAgain = async (run: Run, cardKey: string): Promise<boolean> => (await run({ name: 'aside-again', text: again, values: [cardKey] })).length > 0

/** Cards wait for another try; the log tells which by their keys, and nothing else of them. */
export const setAside = async (run: Run, log: Log, work: Work, cardKeys: readonly string[]): Promise<void> => {
  if (cardKeys.length === 0) return
  await run({ name: 'set-aside', text: put, values: [cardKeys, work] })
  for (const cardKey of cardKeys) log.error({ operation: work, code: 'setAside', reason: cardKey })
}

/** It could be done after all. */
export const takeUp = async (run: Run, work: Work, cardKeys: readonly string[]): Promise<void> =>
  void (await run({ name: 'take-up', text: over, values: [cardKeys, work] }))

/** Everything that waits to be tried again, the longest first. */
export const listAside = (run: Run): Promise<Aside[]> => run<Aside>({ name: 'list-aside', text: all, values: [] })

/** The rows of cards of which all can be opened, and the keys of the other cards: what happened to one card is told in its order, or waits. */
export const partAside = <Row extends { readonly card_key: string }>(rows: readonly Row[], open: (row: Row) => void): { good: Row[]; aside: string[] } => {
  const aside = new Set<string>()
  for (const row of rows) {
    try {
      open(row)
    } catch {
      aside.add(row.card_key)
    }
  }
  return { good: rows.filter((row) => !aside.has(row.card_key)), aside: [...aside] }
}
