import type { Instant } from '@/domain/time'
import type { Caller } from '../../runtime/caller'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import { clock, inTransaction, type Database } from '../database'
import { childrenOf, type Child } from '../family/children'
import { readHistory, type ActedEvent } from '../history'
import { refuseUnknownCaller } from '../known-caller'
import type { Person } from '../person'
import { readAll } from '../read'
import { useVerification as spend } from '../verification'
import { viewOf, type CardView } from '../views'
import { allGrants, type OwnGrant } from './all-grants'
import { lookUpsOf, type OwnLookUp } from './all-look-ups'
import { ordersOf, type OwnOrder } from './all-orders'
import { allMessages, type OwnMessage } from './all-messages'
import { allChecks, allConsents, allSessions, guardiansOf, type OwnCheck, type OwnConsent, type OwnSession } from './all-rows'
import { accountsOf, personOf, type OwnAccount } from './read'
import { passwordSetAt, saidByPartners, type OwnAttestation } from './said-by-partners'

/** One's own card, what happened to it, and what partners said when it did. Of the service password there is only when it was set. */
export interface OwnCard {
  readonly view: CardView
  readonly events: readonly ActedEvent[]
  readonly attestations: readonly OwnAttestation[]
  readonly lookUps: readonly OwnLookUp[]
  readonly orders: readonly OwnOrder[]
  readonly passwordSetAt: Instant | null
}

/** All that is kept of a person. What is said of others is clear: mask it. */
export interface WholeData {
  readonly at: Instant
  readonly person: Person
  readonly cards: readonly OwnCard[]
  readonly accounts: readonly OwnAccount[]
  readonly sessions: readonly OwnSession[]
  readonly checks: readonly OwnCheck[]
  readonly consents: readonly OwnConsent[]
  readonly grants: readonly OwnGrant[]
  readonly messages: readonly OwnMessage[]
  readonly children: readonly Child[]
  readonly guardians: readonly string[]
}

/** More than a card will ever have. */
const allEvents = 1_000_000

const cardsOf = async (database: Database, keys: Keys, caller: Caller): Promise<WholeData['cards']> => {
  const own = (await readAll(database, caller)).map((row) => viewOf(row, keys)).filter(({ holder }) => holder.relation === 'cardholder')
  const cards: OwnCard[] = []
  // one after the other, on the one connection of the transaction
  for (const view of own) {
    const { events } = await readHistory(database, keys, caller, view.cardKey, allEvents, null)
    const attestations = await saidByPartners(database.run, keys, view.cardKey)
    const [lookUps, orders] = [await lookUpsOf(database.run, view.cardKey), await ordersOf(database.run, keys, view.cardKey)]
    cards.push({ view, events, attestations, lookUps, orders, passwordSetAt: await passwordSetAt(database.run, view.cardKey) })
  }
  return cards
}

const now = async ({ run }: Database): Promise<Instant> => {
  const [row] = await run<{ now: Instant }>({ name: 'now', text: `select ${clock} as now`, values: [] })
  if (!row) throw new RequestError('busy')
  return row.now
}

const readWhole = async (database: Database, keys: Keys, caller: Caller): Promise<WholeData> => {
  const { run } = database
  const personKey = await refuseUnknownCaller(database, caller)
  return {
    at: await now(database),
    person: await personOf(run, keys, personKey),
    cards: await cardsOf(database, keys, caller),
    accounts: await accountsOf(run, personKey, caller),
    sessions: await allSessions(run, personKey),
    checks: await allChecks(run, personKey),
    consents: await allConsents(run, keys, personKey),
    grants: await allGrants(run, keys, personKey),
    messages: await allMessages(run, keys, personKey),
    children: await childrenOf(run, keys, personKey),
    guardians: await guardiansOf(run, keys, personKey),
  }
}

/**
 * Reads everything, and uses up the check that this needs; where it cannot be read, the check stays good. Refuses `notSignedIn`,
 * `notBound`, `verificationRefused`, `verificationUsed`.
 */
export const exportMyData = async (database: Database, keys: Keys, caller: Caller, verificationId: string): Promise<WholeData> => {
  const data = await inTransaction(database, async (run) => {
    await spend(run, caller, verificationId, 'exportData')
    return readWhole({ ...database, run }, keys, caller)
  })
  if (!data) throw new RequestError('busy')
  return data
}
