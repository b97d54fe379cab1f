import type { CheckPurpose, Subject, VerificationResult } from '@/contract'
import type { BegunCheck } from '../platforms/platform'
import type { LossReport } from '@/domain/card'
import type { OrderState } from '@/domain/reissue'
import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import type { Partner } from '../runtime/partner'
import type { Log } from '../runtime/log'
import { accountsIn, type Accounts } from './accounts'
import { applicantsOf, type Applicants } from './applicants'
import { auditTrailIn, type AuditTrail } from './audit'
import { recordLookUp, type LookUp } from './card-access'
import { barsIn, type Bars } from './bars'
import { keepCheck, prepareCheck, type NewCheck } from './begin-check'
import type { Changed } from './change'
import { change, type ChangeRequest } from './change-by-citizen'
import { clockOf, openDatabase } from './database'
import { deliveriesIn, type Deliveries } from './deliveries'
import { endCheck, findCheck, type Completed, type FoundCheck, type OpenCheck } from './end-check'
import { familyIn, type Family } from './family'
import { feedAfter, type FeedPage } from './feed'
import { historyOf, readHistory, verifyHistory, type HistoryPage } from './history'
import { importCards, type CardFile, type Imported } from './import'
import { kiosksIn, type Kiosks } from './kiosks'
import { migrate } from './migrate'
import { ownDataIn, type OwnData } from './my-data'
import { ordersIn, type OrderParts, type Orders } from './order'
import { outletListsIn, type OutletLists } from './outlets/lists'
import { outletReadingIn, type OutletReading } from './outlets/reading'
import { changeFor, type PartnerRequest, type Staff as PartnerStaff } from './partner/change'
import { hasDispute, openDisputes, type DisputePage, type DisputePlace } from './partner/disputes'
import { findFor, getFor } from './partner/find'
import { isTaken, ordersFor, type OrderPage, type OrderPlace } from './partner/orders'
import type { ByAnything, ByCard } from './partner/read'
import { partnersIn, type Partners } from './partners'
import { platformTokensIn, type PlatformTokens } from './platform-token'
import { queueOf } from './queue'
import { queueLengths, type QueueLengths } from './queues'
import { readAll } from './read'
import { relayedIn, type Relayed } from './relayed'
import { applyRetention, type Retained, type RetentionOptions } from './retention'
import { rotateKeys, type Rotation, type RotationListener } from './rotate'
import { see } from './see'
import { servicePasswordsIn, type ServicePasswords } from './service-passwords'
import { sessionsIn, type Sessions } from './sessions'
import { staffIn, type Staff } from './staff'
import { subscriptionsIn, type Subscriptions } from './subscriptions'
import { tellStory, type Story } from './story'
import { toldIn, type Told } from './told'
import { triesIn, type Limits, type Tries } from './tries'
import { useVerification } from './verification'
import { mayBeSeen, viewOf, type CardView, type SeenCard } from './views'
import { voiceCallsIn, type VoiceCalls } from './voice-calls'
import { webhooksIn, type Webhooks } from './webhooks'
import { whoReported } from './who-reported'

/** The cards of the record, for whoever may see them: anyone else is refused `notFound`. */
interface Cards {
  list(caller: Caller): Promise<CardView[]>
  get(caller: Caller, cardKey: string): Promise<SeenCard>
  /** Who applies for a new card, in clear; refuses `holderOnly` to anyone but the cardholder or a child's guardian. */
  applicants(caller: Caller, cardKey: string): Promise<Applicants>
  /** Up to `size` events, newest first, older than the seq given. */
  history(caller: Caller, cardKey: string, size: number, olderThan: number | null): Promise<HistoryPage>
  /** Who made a report of a card that has been seen, in clear, where it was not the cardholder. */
  whoReported(cardKey: string, report: LossReport): Promise<string | null>
  /** The one way of writing. */
  change(caller: Caller, request: ChangeRequest): Promise<Changed>
  /** The same for a partner, on its word. */
  changeFor(partner: Partner, request: PartnerRequest): Promise<Changed>
  /** What a partner means, of its cities, each as its holder sees it: none where they are unknown. */
  findFor(partner: Partner, by: ByAnything): Promise<CardView[]>
  /** The one card that a partner means; refuses `notFound`, `notThisBank`. */
  getFor(partner: Partner, by: ByCard): Promise<CardView>
  /** Writes down who looked at cards that were found. */
  recordLookUp(partner: Partner, staff: PartnerStaff, operation: LookUp, cardKeys: readonly string[]): Promise<void>
  /** As `history`, of a card that has been seen. */
  historyOf(view: CardView, size: number, olderThan: number | null): Promise<HistoryPage>
  /** Open disputes of a partner's cities, oldest first. */
  openDisputes(partner: Partner, size: number, after: DisputePlace | null): Promise<DisputePage>
  /** Orders that go on in a partner's cities and stand in one of the states, a bank's those whose card it makes, the longest waiting first. */
  ordersFor(partner: Partner, states: readonly OrderState[], size: number, after: OrderPlace | null): Promise<OrderPage>
  /** Whether a number cannot be that of a card's new card: it is the card's own, or somebody else's. */
  isTaken(cardKey: string, number: string): Promise<boolean>
  /** What happened after a position of the feed, as far as it concerns a partner. */
  feedAfter(partner: Pick<Partner, 'cities' | 'bank'>, position: number, limit: number): Promise<FeedPage>
  /** Whether a card ever had this dispute. */
  hasDispute(cardKey: string, disputeId: string): Promise<boolean>
  import(file: CardFile): Promise<Imported | null>
  tellStory(cardNumber: string, story: Story, parts?: OrderParts): Promise<boolean>
  /** The seq of the first event of a card whose chain does not hold, or null. */
  verifyHistory(cardKey: string): Promise<number | null>
}

/** Identity checks: whom to check, what a platform began, how it ended. Each knows its account, its person, its purpose and its card. */
interface Verifications {
  prepare(caller: Caller, subject: Subject): Promise<NewCheck>
  keep(caller: Caller, check: NewCheck, begun: BegunCheck): Promise<string>
  find(caller: Caller, verificationId: string): Promise<FoundCheck>
  end(caller: Caller, check: OpenCheck, result: VerificationResult): Promise<Completed>
  /** Uses up a passed check of the caller's, about no card or about the one given. */
  use(caller: Caller, verificationId: string, purpose: CheckPurpose, cardKey?: string): Promise<void>
}

/** Where everything is kept. What the database cannot do now comes out as the driver's own error, which the runtime answers with `busy`. */
export interface Repository {
  readonly accounts: Accounts
  readonly sessions: Sessions
  readonly kiosks: Kiosks
  readonly tries: Tries
  readonly partners: Partners
  readonly staff: Staff
  readonly servicePasswords: ServicePasswords
  readonly voiceCalls: VoiceCalls
  readonly platformTokens: PlatformTokens
  readonly cards: Cards
  readonly verifications: Verifications
  readonly orders: Orders
  readonly family: Family
  readonly ownData: OwnData
  readonly told: Told
  readonly relayed: Relayed
  readonly deliveries: Deliveries
  readonly subscriptions: Subscriptions
  readonly webhooks: Webhooks
  readonly outlets: OutletReading & OutletLists
  readonly audit: AuditTrail
  readonly bars: Bars
  /** Puts everything under the current keys, while the service serves. */
  rotateKeys(listener: RotationListener): Promise<Rotation>
  /** Takes away what is past its time. */
  applyRetention(options?: RetentionOptions): Promise<Retained>
  /** Brings the tables up to date; safe to call from several instances at once. */
  migrate(): Promise<void>
  /** The database's clock (ms since 1970), as soon as it answers. */
  ping(): Promise<number>
  /** Connections to the database that are open, those of them that are idle, and requests that wait for one. */
  connections(): { readonly open: number; readonly idle: number; readonly waiting: number }
  queueLengths(): Promise<QueueLengths>
  close(): Promise<void>
}

interface RepositoryNeeds {
  readonly connectionString: string
  readonly keys: Keys
  readonly log: Log
  readonly limits: Limits
}

const verificationsIn = (checks: Parameters<typeof prepareCheck>[0]): Verifications => ({
  prepare: (caller, subject) => prepareCheck(checks, caller, subject),
  keep: (caller, check, begun) => keepCheck(checks, caller, check, begun),
  find: (caller, id) => findCheck(checks, caller, id),
  end: (caller, check, result) => endCheck(checks, caller, check, result),
  use: (caller, id, purpose, cardKey) => useVerification(checks.database.run, caller, id, purpose, cardKey),
})

/** Opens the record. Nothing reaches the database before the first call. */
export const openRepository = ({ connectionString, keys, log, limits }: RepositoryNeeds): Repository => {
  const database = openDatabase(connectionString, log)
  const tries = triesIn(database, keys, limits)
  const queue = queueOf()
  return {
    accounts: accountsIn(database, keys),
    sessions: sessionsIn(database, keys),
    kiosks: kiosksIn(database, keys),
    tries,
    partners: partnersIn(database, keys),
    staff: staffIn(database, keys),
    servicePasswords: servicePasswordsIn(database, keys),
    voiceCalls: voiceCallsIn(database, keys),
    platformTokens: platformTokensIn(database, keys),
    cards: {
      list: async (caller) => (await readAll(database, caller)).map((row) => viewOf(row, keys)).filter((view) => mayBeSeen(view, caller)),
      get: (caller, cardKey) => see(database, keys, caller, cardKey),
      applicants: (caller, cardKey) => applicantsOf(database, keys, caller, cardKey),
      history: (caller, cardKey, size, olderThan) => readHistory(database, keys, caller, cardKey, size, olderThan),
      whoReported: (cardKey, report) => whoReported(database.run, keys, cardKey, report),
      change: (caller, request) => change(database, keys, caller, request),
      changeFor: (partner, request) => changeFor(database, keys, partner, request),
      findFor: (partner, by) => findFor(database.run, keys, partner, by),
      getFor: (partner, by) => getFor(database.run, keys, partner, by),
      recordLookUp: (partner, staff, operation, cardKeys) => recordLookUp(database.run, partner, staff, operation, cardKeys),
      historyOf: (view, size, olderThan) => historyOf(database, keys, view, size, olderThan),
      openDisputes: (partner, size, after) => openDisputes(database.run, keys, partner, size, after),
      ordersFor: (partner, states, size, after) => ordersFor(database.run, keys, partner, states, size, after),
      isTaken: (cardKey, number) => isTaken(database.run, keys, cardKey, number),
      feedAfter: (partner, position, limit) => feedAfter(database.run, keys, log, partner, position, limit),
      hasDispute: (cardKey, disputeId) => hasDispute(database.run, cardKey, disputeId),
      import: (file) => importCards(connectionString, keys, file),
      tellStory: (cardNumber, story, parts) => tellStory(database, keys, cardNumber, story, parts),
      verifyHistory: (cardKey) => verifyHistory(database, cardKey),
    },
    verifications: verificationsIn({ database, keys, tries }),
    orders: ordersIn(database, keys),
    family: familyIn(database, keys),
    ownData: ownDataIn(database, keys),
    told: toldIn(database, keys, queue, log),
    relayed: relayedIn(database, keys, log),
    deliveries: deliveriesIn(database, keys, queue),
    subscriptions: subscriptionsIn(database),
    webhooks: webhooksIn(database.run),
    outlets: { ...outletReadingIn(database), ...outletListsIn(connectionString) },
    audit: auditTrailIn(database, keys),
    bars: barsIn(database.run),
    rotateKeys: (listener) => rotateKeys(connectionString, database, keys, listener),
    applyRetention: (options) => applyRetention(database, keys, options),
    migrate: () => migrate(connectionString),
    ping: () => clockOf(database),
    connections: () => ({ open: database.pool.totalCount, idle: database.pool.idleCount, waiting: database.pool.waitingCount }),
    queueLengths: () => queueLengths(database.run),
    close: async () => {
      if (!database.pool.ending) await database.pool.end()
    },
  }
}

export { migrate } from './migrate'
export { verifyRecord, type Audit, type KnownHead, type Part } from './audit'
export type { Change, DoubledOutlet, Gap, OutletFileRow, OutletImport, OutletVersion, Published, ReportSummary } from './outlets/lists'
export { textSeparator, type OutletColumns } from './outlets/columns'
export type { Publication } from './outlets/publication'
export type { OutletRow } from './outlets/rows'
export type { BarredAccount } from './bars'
export type { Changed } from './change'
export { channelOf } from './partner/admit'
export type { PartnerRequest } from './partner/change'
export type { DisputePlace } from './partner/disputes'
export type { OrderPlace } from './partner/orders'
export type { OrderParts, OrderView } from './order'
export { newKey, newKioskId, newReadablePassword, newReceiptNumber } from './random'
export type { ListedKiosk } from './kiosks'
export type { ListedPartner, NewPartner, Partners, Signer } from './partners'
export { longestStaffSession, type ListedStaff, type Staff } from './staff'
export type { WholeData } from './my-data'
export type { Run } from './database'
export type { Deliveries, ListedDelivery, Sending, Way } from './deliveries'
export type { HeldTurn, KeptCall } from './voice-calls'
export type { HeldWebhook, Webhook, Webhooks } from './webhooks'
export type { Message } from './told'
export { queueNames } from './queues'
export type { Retained } from './retention'
export type { Rotation, RotationListener } from './rotate'
export type { OpenCheck, Completed } from './end-check'
export type { Session } from './sessions'
export { policyFor, whoOf, type CardView, type DisputeView, type ReportView } from './views'
export { importedStates, type CardFileRow, type Difference, type ImportedState } from './import'
export type { ActedEvent } from './history'
export type { ArrangedGrant, Child, Grant } from './family'
export type { Story } from './story'
