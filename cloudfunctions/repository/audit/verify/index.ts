import type { Key } from '../../../runtime/key-list'
import { inOneSnapshot, type Session } from '../../import/session'
import { walkActs } from './acts'
import { walkChains } from './chains'
import { walkHeads, type KnownHead } from './heads'
import { rangeOf, type Part } from './parts'

export interface AuditRequest {
  /** Keys that signed heads; their public halves are enough. */
  readonly keys: readonly Key[]
  readonly known: KnownHead | null
  /** The cards that are looked at. Heads and operators are checked with the first part. */
  readonly part: Part
  /** Told of events as they are checked. */
  readonly onEvents: (count: number) => void
}

export interface Audit {
  readonly cards: number
  readonly events: number
  readonly heads: number
  readonly acts: number
  /** The last head that holds: kept elsewhere, it shows later that nothing up to it was written anew. Null where there is none. */
  readonly last: KnownHead | null
  /** The first places that do not hold, in words: of the heads, the operators, the cards. */
  readonly broken: readonly string[]
}

const words = (...found: readonly (string | null)[]): string[] => found.flatMap((one) => one ?? [])

/** Checks what a session sees. */
export const verifyWithin = async (session: Session, { keys, known, part, onEvents }: AuditRequest): Promise<Audit> => {
  const acts = part.nth === 1 ? await walkActs(session) : { hashes: [], broken: null }
  const { last, broken } = part.nth === 1 ? await walkHeads(session, { keys, known, acts: acts.hashes }) : { last: null, broken: null }
  const chains = await walkChains(session, rangeOf(part), onEvents)
  return { cards: chains.cards, events: chains.events, heads: last?.position ?? 0, acts: acts.hashes.length, last, broken: words(broken, acts.broken, chains.broken) }
}

/**
 * Checks the record as it stands at one moment, while the service serves: every event follows from the one before up to its card's head, every
 * head is signed and follows from the one before, what it signed is there, and nothing else is that no head will sign. It changes nothing.
 */
export const verifyRecord = (connectionString: string, request: AuditRequest): Promise<Audit> =>
  inOneSnapshot(connectionString, (session) => verifyWithin(session, request))
