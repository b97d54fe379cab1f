import { createHash } from 'node:crypto'
import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import { changeAs, type Acting, type CardRequest, type ChangeAnswer, type Changed } from './change'
import type { Database } from './database'
import { readForChange } from './read'
import { refuseUnverified } from './verification'
import { viewFor, whoOf } from './views'

/** What a citizen wants done to a card. */
export interface ChangeRequest extends CardRequest {
  readonly cardKey: string
  readonly operation: 'reportLoss' | 'releaseLoss' | 'bankTold' | 'dispute' | 'setPassword'
  /** The identity check this needs; null where it needs none. */
  readonly verificationId: string | null
}

/** A secret is hashed under a key: six digits are found from a plain hash in no time. */
const hashesOf = (keys: Keys, { content, passwordHash }: ChangeRequest): string[] =>
  passwordHash === undefined
    ? [createHash('sha256').update(content).digest('hex')]
    : keys.hashes('request', content).map(({ hash }) => hash)

const citizen = (database: Database, keys: Keys, caller: Caller, request: ChangeRequest): Acting => ({
  actor: caller.accountKey,
  verificationId: request.verificationId,
  requestHashes: hashesOf(keys, request),
  outlet: undefined,
  author: (view) => whoOf(view).role,
  read: async () => {
    const row = await readForChange<ChangeAnswer>(database, caller, request)
    const admit = () => {
      const view = viewFor(request.operation, row, keys, caller)
      if (request.verificationId !== null) refuseUnverified(row, caller, request.operation)
      return view
    }
    return { row, eventActor: row.actor_key, admit, beside: () => ({ accountKey: caller.accountKey }) }
  },
})

/**
 * Changes a card for a citizen who may. Refuses `notSignedIn`, `notBound`, `notFound`, `idempotencyKeyReused`, `verificationRefused`,
 * `verificationUsed`, `barred` for an account that makes no reports, and whatever the rules refuse.
 */
export const change = (database: Database, keys: Keys, caller: Caller, request: ChangeRequest): Promise<Changed> =>
  changeAs(database, keys, citizen(database, keys, caller, request), request)
