import { createHash } from 'node:crypto'
import type { CardChange } from '@/domain/events'
import { papersRead } from '@/domain/terminal'
import type { Deed } from '@/domain/words'
import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import { changeAs, type Acting, type CardOperation, type CardRequest, type ChangeAnswer, type Changed } from './change'
import type { Database } from './database'
import { attestationsAt } from './partner/attestation'
import { readForChange, type ChangeRow } from './read'
import { refuseUnverified } from './verification'
import { viewFor, whoOf } from './views'
import type { Beside } from './write'

/** As what the rules, and an identity check's purpose, know what citizens do. */
const deeds = {
  reportLoss: 'reportLoss',
  releaseLoss: 'releaseLoss',
  bankTold: 'bankTold',
  dispute: 'dispute',
  setPassword: 'setPassword',
  reissue: 'reissue',
  correctOrder: 'reissue',
  cancelOrder: 'reissue',
  changeAddress: 'reissue',
  activate: 'activate',
} as const satisfies Readonly<Partial<Record<CardOperation, Deed>>>
type CitizenOperation = keyof typeof deeds

/** What a citizen wants done to a card. */
export interface ChangeRequest extends CardRequest {
  readonly cardKey: string
  readonly operation: CitizenOperation
  /** The identity check this needs; null where it needs none. */
  readonly verificationId: string | null
}

/** A secret is hashed under a key: six digits, or an address, are found from a plain hash in no time. */
const hashesOf = (keys: Keys, { content, passwordHash, order }: ChangeRequest): string[] =>
  passwordHash === undefined && order === undefined
    ? [createHash('sha256').update(content).digest('hex')]
    : keys.hashes('request', content).map(({ hash }) => hash)

/** What stands beside the events: the account, and at a terminal the device's word on whom it has read. */
const besideOf = ({ accountKey, kiosk }: Caller, { operation }: ChangeRequest, row: ChangeRow<unknown>, events: readonly CardChange[]): Beside => {
  const seen = papersRead(row.relation, deeds[operation])
  return { accountKey, ...(kiosk && { attestations: attestationsAt(kiosk, row.relation, seen, row, events) }) }
}

const citizen = (database: Database, keys: Keys, caller: Caller, request: ChangeRequest): Acting => ({
  actor: caller.accountKey,
  verificationId: request.verificationId,
  requestHashes: hashesOf(keys, request),
  outlet: caller.kiosk?.outletId,
  author: (view) => whoOf(view).role,
  read: async () => {
    const row = await readForChange<ChangeAnswer>(database, caller, request)
    const admit = () => {
      const deed = deeds[request.operation]
      const view = viewFor(deed, row, keys, caller)
      if (request.verificationId !== null) refuseUnverified(row, caller, deed)
      return view
    }
    return { row, eventActor: row.actor_key, admit, beside: (events) => besideOf(caller, request, row, events) }
  },
})

/**
 * Changes a card for a citizen who may. Refuses `notSignedIn`, `notBound`, `notFound`, `idempotencyKeyReused`, `verificationRefused`,
 * `verificationUsed`, `barred` for an account that makes no reports, and whatever the rules refuse.
 */
export const change = (database: Database, keys: Keys, caller: Caller, request: ChangeRequest): Promise<Changed> =>
  changeAs(database, keys, citizen(database, keys, caller, request), request)
