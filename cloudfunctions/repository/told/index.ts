import type { Caller } from '../../runtime/caller'
import type { Keys } from '../../runtime/keys'
import type { Database } from '../database'
import { markRead, readInbox, type InboxPage } from './inbox'
import { settleLapses } from './lapses'
import { batch, tellDue } from './relay'

/** What people are told of their cards. */
export interface Told {
  /** One batch of what is due put before people; whether there may be more. */
  tellDue(): Promise<boolean>
  /** One batch of due lapses written down; how many cards that were. */
  settleLapses(): Promise<number>
  inbox(caller: Caller, size: number, olderThan: number | null): Promise<InboxPage>
  markRead(caller: Caller, messageId: string): Promise<number>
}

export const toldIn = (database: Database, keys: Keys): Told => ({
  tellDue: async () => (await tellDue(database, keys)) === batch,
  settleLapses: () => settleLapses(database),
  inbox: (caller, size, olderThan) => readInbox(database, keys, caller, size, olderThan),
  markRead: (caller, messageId) => markRead(database, keys, caller, messageId),
})

export type { InboxPage, Message } from './inbox'
