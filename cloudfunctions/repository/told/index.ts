import type { Caller } from '../../runtime/caller'
import type { Keys } from '../../runtime/keys'
import type { Log } from '../../runtime/log'
import type { Database } from '../database'
import type { Queue } from '../queue'
import { listAside, tryAgain, type Aside } from './aside'
import { markRead, readInbox, type InboxPage } from './inbox'
import { settleLapses } from './lapses'
import { batch, tellDue } from './relay'

/** What people are told of their cards. */
export interface Told {
  /** One batch of what is due put before people; whether there may be more. */
  tellDue(): Promise<boolean>
  /** One batch of due lapses written down; how many cards that were. */
  settleLapses(): Promise<number>
  /** Cards of which something could not be done, and is tried again. */
  aside(): Promise<readonly Aside[]>
  /** Has all that waits of a card tried again at once. False where nothing does. */
  tryAgain(cardKey: string): Promise<boolean>
  inbox(caller: Caller, size: number, olderThan: number | null): Promise<InboxPage>
  markRead(caller: Caller, messageId: string): Promise<number>
}

export const toldIn = (database: Database, keys: Keys, queue: Queue, log: Log): Told => ({
  tellDue: async () => (await tellDue(database, keys, queue, log)) === batch,
  settleLapses: () => settleLapses(database, log),
  aside: () => listAside(database.run),
  tryAgain: (cardKey) => tryAgain(database.run, cardKey),
  inbox: (caller, size, olderThan) => readInbox(database, keys, caller, size, olderThan),
  markRead: (caller, messageId) => markRead(database, keys, caller, messageId),
})

export type { InboxPage, Message } from './inbox'
