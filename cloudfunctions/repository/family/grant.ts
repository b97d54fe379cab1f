import { grantEnd, isAdult } from '@/domain/dependants'
import { bornOn } from '@/domain/id-number'
import { civilDate, type Instant } from '@/domain/time'
import type { GrantPurpose } from '@/domain/words'
import type { Caller } from '../../runtime/caller'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import { inTransaction, type Database } from '../database'
import { holdCaller } from '../known-caller'
import { openPerson } from '../person'
import { readForChange, type ChangeRow } from '../read'
import { refuseUnverified } from '../verification'
import { policyFor, viewFor } from '../views'
import { writeAnswer } from '../write'
import { grantAt, type Grant, type NamedProxy } from './grants'
import { writeGrant } from './write-grant'

/** What a holder lets whom do with a card, and the last civil day (YYYY-MM-DD) of it. */
export interface GrantRequest {
  readonly cardKey: string
  readonly purpose: GrantPurpose
  readonly proxy: NamedProxy
  readonly lastDay: string
  readonly verificationId: string
  readonly idempotencyKey: string
}

interface Answer {
  readonly grantId: string
}

type Row = ChangeRow<Answer>

const operation = 'grantProxy'
const tries = 10

/** A keyed hash: an ID number is among what tells this request from another one. */
const hashesOf = (keys: Keys, { purpose, proxy, lastDay, verificationId }: GrantRequest): string[] =>
  keys.hashes('request', JSON.stringify([purpose, proxy.name, proxy.idNumber, lastDay, verificationId])).map(({ hash }) => hash)

/** The grant first answered with under the same key; undefined when there is none yet. */
const answered = ({ request_hash: hash, answer }: Row, request: GrantRequest, keys: Keys): string | undefined => {
  if (hash === null || answer === null) return undefined
  if (!hashesOf(keys, request).includes(hash)) throw new RequestError('idempotencyKeyReused')
  return answer.grantId
}

const wrong = (field: string) => new RequestError('invalidRequest', { field })

/** When the grant ends. Refuses a day out of range, and a proxy who is the holder, or no adult. */
const fitting = (row: Row, keys: Keys, { proxy, lastDay }: GrantRequest): Instant => {
  const isHolder = openPerson(keys, row.holder_key, row.sealed_person).idNumber === proxy.idNumber
  if (isHolder || !isAdult(bornOn(proxy.idNumber), civilDate(row.now))) throw wrong('proxy.idNumber')
  const endsAt = grantEnd(lastDay, policyFor(row), row.now)
  if (endsAt === null) throw wrong('lastDay')
  return endsAt
}

/** Writes grant, answer and used check, all or nothing; undefined where another request came first. */
const write = (database: Database, keys: Keys, caller: Caller, request: GrantRequest, row: Row, endsAt: Instant): Promise<string | undefined> => {
  const { cardKey, purpose, proxy, verificationId, idempotencyKey: key } = request
  const [requestHash = ''] = hashesOf(keys, request)
  return inTransaction(database, async (run) => {
    await holdCaller(run, caller)
    const grant = { cardKey, holderKey: row.holder_key, proxy, purpose, grantedAt: row.now, endsAt }
    const grantId = await writeGrant(run, keys, policyFor(row), grant)
    const answer = JSON.stringify({ grantId } satisfies Answer)
    const kept = await writeAnswer({ run }, cardKey, { actor: caller.accountKey, operation, key, verificationId, requestHash, answer, at: row.now })
    return kept ? grantId : undefined
  })
}

const granted = async (database: Database, keys: Keys, caller: Caller, request: GrantRequest): Promise<string | undefined> => {
  const row = await readForChange<Answer>(database, caller, { ...request, operation })
  viewFor(operation, row, keys, caller)
  const first = answered(row, request, keys)
  if (first !== undefined) return first
  refuseUnverified(row, caller, operation)
  return write(database, keys, caller, request, row, fitting(row, keys, request))
}

/**
 * Lets another person act for one's own card. Refuses what the rules refuse, `idempotencyKeyReused`, `verificationRefused`,
 * `verificationUsed`, `invalidRequest` with its field, `tooManyDependants`.
 */
export const grantProxy = async (database: Database, keys: Keys, caller: Caller, request: GrantRequest): Promise<Grant> => {
  for (let trial = 0; trial < tries; trial += 1) {
    const grantId = await granted(database, keys, caller, request)
    if (grantId !== undefined) return grantAt(database.run, keys, request.cardKey, grantId)
  }
  throw new RequestError('busy')
}
