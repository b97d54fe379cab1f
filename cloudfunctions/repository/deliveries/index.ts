import type { Keys } from '../../runtime/keys'
import { inTransaction, type Database } from '../database'
import type { Queue, TakenJob } from '../queue'
import { beginSending, type Offered, type Sending } from './begin'
import { buryDead } from './bury'
import { listDeliveries, resendDeliveries, type ListedDelivery } from './operate'
import type { State } from './read'
import { settleSending, type Ended } from './settle'

/** What is sent out of what people are told. The database's clock decides whose time has come. */
export interface Deliveries {
  /** Messages whose time has come, each handed to one caller alone. */
  take(count: number): Promise<readonly TakenJob[]>
  /** Written down before anything is sent; null where nothing is to be sent now. */
  begin(job: TakenJob, offered: Offered): Promise<Sending | null>
  settle(sending: Sending, ended: Ended): Promise<void>
  /** What a process did not finish is tried again, and what was tried often enough is dead: how many those are. */
  tidy(): Promise<number>
  list(states: readonly State[], limit: number): Promise<ListedDelivery[]>
  /** Once more what is dead, one message or all; gives which. */
  resend(messageId: string | null): Promise<string[]>
}

export const deliveriesIn = (database: Database, keys: Keys, queue: Queue): Deliveries => ({
  take: async (count) => (await inTransaction(database, (run) => queue.take(run, count))) ?? [],
  begin: (job, offered) => beginSending(database, keys, queue, job, offered),
  settle: (sending, ended) => settleSending(database, queue, sending, ended),
  tidy: async () => {
    await queue.expire(database.run)
    return buryDead(database, queue)
  },
  list: (states, limit) => listDeliveries(database, keys, states, limit),
  resend: (messageId) => resendDeliveries(database, queue, messageId),
})

export type { Offered, Sending } from './begin'
export type { ListedDelivery } from './operate'
export type { Way } from './ways'
