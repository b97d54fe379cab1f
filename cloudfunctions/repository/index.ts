import type { Subject, VerificationResult } from '@/contract'
import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import type { Log } from '../runtime/log'
import { accountsIn, type Accounts } from './accounts'
import { change, type Changed, type ChangeRequest } from './change'
import { openDatabase } from './database'
import { readHistory, verifyHistory, type HistoryPage } from './history'
import { importCards, type CardFile, type Imported } from './import'
import { migrate } from './migrate'
import { outletListsIn, type OutletLists } from './outlets/lists'
import { outletReadingIn, type OutletReading } from './outlets/reading'
import { readAll, readCard } from './read'
import { rotateKeys, type Rotation, type RotationListener } from './rotate'
import { tellStory, type Story } from './story'
import { beginVerification, completeVerification, type Completed } from './verification'
import { mayBeSeen, viewFor, viewOf, type CardView } from './views'

/** The cards of the record, for whoever may see them: anyone else is refused `notFound`. */
interface Cards {
  list(caller: Caller): Promise<CardView[]>
  get(caller: Caller, cardKey: string): Promise<CardView>
  /** Up to `size` events, newest first, older than the seq given. */
  history(caller: Caller, cardKey: string, size: number, olderThan: number | null): Promise<HistoryPage>
  /** The one way of writing. */
  change(caller: Caller, request: ChangeRequest): Promise<Changed>
  import(file: CardFile): Promise<Imported | null>
  tellStory(cardNumber: string, story: Story): Promise<boolean>
  /** The seq of the first event of a card whose chain does not hold, or null. */
  verifyHistory(cardKey: string): Promise<number | null>
}

interface Verifications {
  begin(caller: Caller, subject: Subject): Promise<string>
  complete(caller: Caller, verificationId: string, result: VerificationResult): Promise<Completed>
}

/** Where everything is kept. What the database cannot do now comes out as the driver's own error, which the runtime answers with `busy`. */
export interface Repository {
  readonly accounts: Accounts
  readonly cards: Cards
  readonly verifications: Verifications
  readonly outlets: OutletReading & OutletLists
  /** Puts everything under the current keys, while the service serves. */
  rotateKeys(listener: RotationListener): Promise<Rotation>
  /** Brings the tables up to date; safe to call from several instances at once. */
  migrate(): Promise<void>
  /** Resolves when the database answers. */
  ping(): Promise<void>
  close(): Promise<void>
}

interface RepositoryNeeds {
  readonly connectionString: string
  readonly keys: Keys
  readonly log: Log
}

/** Opens the record. Nothing reaches the database before the first call. */
export const openRepository = ({ connectionString, keys, log }: RepositoryNeeds): Repository => {
  const database = openDatabase(connectionString, log)
  return {
    accounts: accountsIn(database, keys),
    cards: {
      list: async (caller) => (await readAll(database, caller)).map((row) => viewOf(row, keys)).filter((view) => mayBeSeen(view, caller)),
      get: async (caller, cardKey) => viewFor('see', await readCard(database, caller, cardKey), keys, caller),
      history: (caller, cardKey, size, olderThan) => readHistory(database, keys, caller, cardKey, size, olderThan),
      change: (caller, request) => change(database, keys, caller, request),
      import: (file) => importCards(connectionString, keys, file),
      tellStory: (cardNumber, story) => tellStory(database, keys, cardNumber, story),
      verifyHistory: (cardKey) => verifyHistory(database, cardKey),
    },
    verifications: {
      begin: (caller, subject) => beginVerification(database, keys, caller, subject),
      complete: (caller, id, result) => completeVerification(database, caller, id, result),
    },
    outlets: { ...outletReadingIn(database), ...outletListsIn(connectionString) },
    rotateKeys: (listener) => rotateKeys(connectionString, database, keys, listener),
    migrate: () => migrate(connectionString),
    ping: async () => {
      await database.run({ name: 'ping', text: 'select 1', values: [] })
    },
    close: async () => {
      if (!database.pool.ending) await database.pool.end()
    },
  }
}

export { migrate } from './migrate'
export type { Change, DoubledOutlet, Gap, OutletFileRow, OutletImport, OutletVersion, Published, ReportSummary } from './outlets/lists'
export { textSeparator, type OutletColumns } from './outlets/columns'
export type { Publication } from './outlets/publication'
export type { OutletRow } from './outlets/rows'
export { newReceiptNumber } from './random'
export type { Rotation, RotationListener } from './rotate'
export { policyFor, whoOf, type CardView, type ReportView } from './views'
export { importedStates, type CardFileRow, type Difference, type ImportedState } from './import'
export type { ActedEvent } from './history'
export type { Story } from './story'
