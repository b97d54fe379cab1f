import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { clock, type Database } from '../database'
import { removeOrphans } from './orphans'
import { batch, rules, statementOf, type CountedName, type Rule } from './rules'

/** How many rows of each kind went. */
export type Retained = Record<CountedName, number>

export interface RetentionOptions {
  /** The time (ms) it is: the database's, unless told otherwise. */
  readonly at?: Instant
  /** Ends it after the batch that is under way. */
  readonly until?: AbortSignal
}

const none: Retained = {
  sessions: 0, claims: 0, checks: 0, answers: 0, consents: 0, grants: 0, accounts: 0, counters: 0, calls: 0, messages: 0, deliveries: 0, notices: 0, nonces: 0, staffSessions: 0, lookUps: 0, orders: 0, photos: 0, codes: 0, kiosks: 0, people: 0,
}

const now = async ({ run }: Database): Promise<Instant> => {
  const [row] = await run<{ now: Instant }>({ name: 'now', text: `select ${clock} as now`, values: [] })
  if (!row) throw new TypeError('the database did not tell the time')
  return row.now
}

/** One batch after the other, each a transaction of its own, until one is not full. */
const inBatches = async (take: () => Promise<number>, until: AbortSignal | undefined): Promise<number> => {
  let [taken, sum] = [batch, 0]
  while (taken === batch && !until?.aborted) {
    taken = await take()
    sum += taken
  }
  return sum
}

const apply = async ({ run }: Database, rule: Rule, since: Instant): Promise<number> => {
  const [row] = await run<{ count: number }>({ ...statementOf(rule), values: [since] })
  return row?.count ?? 0
}

/**
 * Takes away what is past its time, as `src/domain/retention.ts` says; a card's history is never touched. What someone holds just now
 * goes the next time. Twice at once, or ended at any point, it does no harm.
 */
export const applyRetention = async (database: Database, keys: Keys, { at, until }: RetentionOptions = {}): Promise<Retained> => {
  const time = at ?? (await now(database))
  const counts = { ...none }
  for (const rule of rules) {
    const since = rule.since(time)
    if (since !== null) counts[rule.name] = await inBatches(() => apply(database, rule, since), until)
  }
  counts.people = await inBatches(() => removeOrphans(database, keys), until)
  return counts
}
