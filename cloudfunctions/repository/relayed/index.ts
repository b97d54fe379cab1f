import type { Keys } from '../../runtime/keys'
import { errorForLog, type Log } from '../../runtime/log'
import { inRequest } from '../../runtime/request-id'
import type { Database } from '../database'
import { tellReplaced } from './activated'
import { listAsideRelays, relayAgain, type AsideRelay } from './aside'
import { missDue } from './missed'
import { openNewCard } from './new-card'
import { batch, markSent, putOff, relaysOf, setAside, takeRelays, type Relay } from './waiting'

/** What happens to one card because of another, and because of the time. */
export interface Relayed {
  /** One batch of what waits handed over to other cards; whether there may be more. */
  relayDue(): Promise<boolean>
  /** The same of what one card has just left, for whoever waits for it: what fails is tried again later. */
  relayOf(cardKey: string): Promise<void>
  /** Cards that were not collected in time; how many there were. */
  missDue(): Promise<number>
  /** What could not be handed over. */
  aside(): Promise<readonly AsideRelay[]>
  /** Has it tried again at once. False where it does not wait. */
  tryAgain(relayId: string): Promise<boolean>
}

const handOver = async (database: Database, keys: Keys, log: Log, relay: Relay): Promise<void> => {
  const reason = relay.kind === 'newCard' ? await openNewCard(database, keys, relay) : await tellReplaced(database, relay)
  if (reason === null) return void (await markSent(database.run, relay))
  await setAside(database.run, relay, reason)
  log.error({ operation: 'relaying', code: reason, reason: relay.card_key })
}

/** Killed at any point it is done again, and nothing twice: each step finds what the one before has left. */
const handOverOne = async (database: Database, keys: Keys, log: Log, relay: Relay): Promise<void> => {
  try {
    await handOver(database, keys, log, relay)
  } catch (thrown) {
    log.error({ operation: 'relaying', code: 'fault', reason: relay.card_key, error: errorForLog(thrown) })
    await putOff(database.run, relay)
  }
}

const handOverAll = async (database: Database, keys: Keys, log: Log, relays: readonly Relay[]): Promise<void> => {
  for (const relay of relays) await inRequest(relay.request_id, () => handOverOne(database, keys, log, relay))
}

export const relayedIn = (database: Database, keys: Keys, log: Log): Relayed => ({
  relayDue: async () => {
    const relays = await takeRelays(database.run)
    await handOverAll(database, keys, log, relays)
    return relays.length === batch
  },
  relayOf: async (cardKey) => handOverAll(database, keys, log, await relaysOf(database.run, cardKey)),
  missDue: () => missDue(database, log),
  aside: () => listAsideRelays(database.run),
  tryAgain: (relayId) => relayAgain(database.run, relayId),
})
