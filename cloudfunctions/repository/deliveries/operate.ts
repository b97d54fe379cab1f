import type { NoticeTopic } from '@/domain/notices'
import type { Instant } from '@/domain/time'
import type { Keys } from '../../runtime/keys'
import { clock, inTransaction, type Database, type Run } from '../database'
import type { Queue } from '../queue'
import type { State } from './read'
import type { Way } from './ways'

/** A message that is not sent, for whoever looks after it. `cardNumber` is clear: mask it. `nextAt`: when it is tried, where it is in line. */
export interface ListedDelivery {
  readonly messageId: string
  readonly about: NoticeTopic
  readonly cardNumber: string
  readonly state: State
  readonly way: Way | null
  readonly reason: string | null
  readonly tries: number
  readonly at: Instant
  readonly nextAt: Instant | null
}

/** `offset 0` has each message looked for by its key, where a join would read all that there are. */
const list = `select d.message_id as "messageId", m.notice ->> 'about' as about, m.card_key, c.sealed_number, d.state, d.way, d.reason, d.tries, d.at,
    (select floor(extract(epoch from j.start_after) * 1000)::bigint from pgboss.job j where j.name = 'message' and j.id = d.message_id::uuid) as "nextAt"
  from (select * from delivery d where d.state = any($1::text[]) and d.state in ('waiting', 'sending', 'dead') order by d.at limit $2) d
  cross join lateral (select notice, card_key from message m where m.person_key = d.person_key and m.message_id = d.message_id offset 0) m
  join card c on c.card_key = m.card_key order by d.at`

const revive = `update delivery set state = 'waiting', way = null, reason = null, at = ${clock} where state = 'dead' and (message_id = $1 or $1 is null)
  returning person_key as "personKey", message_id as "messageId", at as "startAfter"`

interface Row extends Omit<ListedDelivery, 'cardNumber'> {
  readonly card_key: string
  readonly sealed_number: string
}
interface Revived {
  readonly personKey: string
  readonly messageId: string
  readonly startAfter: Instant
}

/** Up to `limit` deliveries in one of the states given, oldest first. */
export const listDeliveries = async ({ run }: Pick<Database, 'run'>, keys: Keys, states: readonly State[], limit: number): Promise<ListedDelivery[]> => {
  const rows = await run<Row>({ name: 'list-deliveries', text: list, values: [states, limit] })
  return rows.map(({ card_key: cardKey, sealed_number: sealed, ...row }) => ({ ...row, cardNumber: keys.open(sealed, cardKey) }))
}

const within = async (run: Run, queue: Queue, messageId: string | null): Promise<string[]> => {
  const revived = await run<Revived>({ name: 'revive-deliveries', text: revive, values: [messageId] })
  for (const job of revived) await queue.remove(run, job)
  await queue.put(run, revived)
  return revived.map((job) => job.messageId)
}

/** Puts what is dead in line once more, one message or all; gives which. What is not dead is left as it is. */
export const resendDeliveries = async (database: Database, queue: Queue, messageId: string | null): Promise<string[]> =>
  (await inTransaction(database, (run) => within(run, queue, messageId))) ?? []
