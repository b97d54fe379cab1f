import type { Subject, VerificationResult } from '@/contract'
import { mayNotAct } from '@/domain/who'
import type { Instant } from '@/domain/time'
import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { clock, type Database } from './database'
import { newKey } from './random'
import { readCard, type ChangeRow } from './read'
import type { VerificationTable } from './schema'
import { policyFor, viewOf, whoOf } from './views'

/** How long (ms) a check that was begun can be completed, and one that was passed can be used. */
const checkLasts = 10 * 60 * 1000

/** An identity check's outcome, and for one that was passed until when (ms) it can be used. */
export interface Completed {
  readonly result: VerificationResult
  readonly validUntil: Instant | null
}

/** Its table's key begins with the card's, and so does its name. */
const newVerificationId = (cardKey: string) => `${cardKey}.${newKey()}`
const cardKeyOf = (verificationId: string) => verificationId.split('.')[0] ?? ''

/**
 * Begins an identity check of the person acting, for one purpose and card. Refuses `notFound`, and whoever may not act for the
 * card at all: a child is sent to the guardian before any check.
 */
export const beginVerification = async (database: Database, keys: Keys, caller: Caller, { purpose, cardId }: Subject): Promise<string> => {
  const view = viewOf(await readCard(database, caller, cardId), keys)
  const refusal = mayNotAct(whoOf(view), caller.channel, policyFor(view))
  if (refusal) throw new RequestError(refusal)
  const id = newVerificationId(cardId)
  await database.run({
    name: 'begin-verification',
    text: `insert into verification (card_key, verification_id, account_key, purpose, result, begun_at) values ($1, $2, $3, $4, 'begun', ${clock})`,
    values: [cardId, id, caller.accountKey, purpose],
  })
  return id
}

const completedFrom = ({ result, completed_at: at }: VerificationTable): Completed => {
  if (result === 'begun') throw new RequestError('verificationRefused')
  return { result, validUntil: result === 'passed' && at !== null ? at + checkLasts : null }
}

/**
 * Writes down how a check ended. A pending one may be completed again; any other result is final and comes back as it was first.
 * Refuses `notFound`, and `verificationRefused` once it was begun too long ago.
 */
export const completeVerification = async (database: Database, caller: Caller, id: string, result: VerificationResult): Promise<Completed> => {
  const found = [cardKeyOf(id), id, caller.accountKey]
  const [now] = await database.run<VerificationTable>({
    name: 'complete-verification',
    text: `update verification set result = $4, completed_at = ${clock} where card_key = $1 and verification_id = $2 and account_key = $3
      and result in ('begun', 'pending') and begun_at > ${clock} - $5::bigint returning *`,
    values: [...found, result, checkLasts],
  })
  if (now) return completedFrom(now)
  const [before] = await database.run<VerificationTable>({
    name: 'find-verification',
    text: 'select * from verification where card_key = $1 and verification_id = $2 and account_key = $3',
    values: found,
  })
  if (!before) throw new RequestError('notFound')
  if (before.result === 'pending') throw new RequestError('verificationRefused')
  return completedFrom(before)
}

/** Refuses a change whose check is not this person's own for this very purpose, not passed, or too old; or was used before. */
export const refuseUnverified = (row: ChangeRow<unknown>, caller: Caller, purpose: string): void => {
  const isTheirs = row.check_account === caller.accountKey && row.check_purpose === purpose
  if (!isTheirs || row.check_result !== 'passed' || row.checked_at === null) throw new RequestError('verificationRefused')
  if (row.check_used_at !== null) throw new RequestError('verificationUsed')
  if (row.now >= row.checked_at + checkLasts) throw new RequestError('verificationRefused')
}
