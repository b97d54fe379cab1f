import type { VerificationResult } from '@/contract'
import type { Instant } from '@/domain/time'
import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import type { CheckNeeds } from './begin-check'
import { openClaim, type Claim } from './claim'
import { clock, type Database } from './database'
import { refuseEarlierEpoch } from './known-caller'
import { lockedBy } from './locked-by'
import { openPerson } from './person'
import type { VerificationTable } from './schema'
import { checkLasts, subjectKeyOf } from './verification'

/** An identity check's outcome, and for one that was passed until when (ms) it can be used. */
export interface Completed {
  readonly result: VerificationResult
  readonly validUntil: Instant | null
}

/** A check whose end is still to be asked for. */
export interface OpenCheck {
  readonly verificationId: string
  /** What it is about: a card, or where it is about none the account. */
  readonly subjectKey: string
  readonly purpose: VerificationTable['purpose']
  readonly actorKey: string | null
  readonly person: Claim
  readonly platformId: string
  readonly outerNumber: string
  readonly ticket: string
  readonly url: string | null
}

export type FoundCheck = { readonly completed: Completed } | { readonly open: OpenCheck }

interface CheckRow extends VerificationTable {
  readonly sealed_platform_id: string | null
  readonly sealed_person: string | null
  readonly now: Instant
}

const find = `select v.*, a.sealed_platform_id, p.sealed_person, ${clock} as now
  from account a join verification v on v.account_key = a.account_key left join person p on p.person_key = v.actor_key
  where a.account_key = $1 and a.epoch = $2 and v.subject_key = $3 and v.verification_id = $4`

const read = async (database: Database, caller: Caller, id: string): Promise<CheckRow> => {
  const values = [caller.accountKey, caller.epoch, subjectKeyOf(id), id]
  const [row] = await database.run<CheckRow>({ name: 'find-verification', text: find, values })
  if (row) return row
  await refuseEarlierEpoch(database, caller)
  throw new RequestError('notFound')
}

const completedFrom = ({ result, completed_at: at }: VerificationTable): Completed | null =>
  result === 'begun' || result === 'pending' ? null : { result, validUntil: result === 'passed' && at !== null ? at + checkLasts : null }

const personIn = (row: CheckRow, keys: Keys): Claim | null => {
  if (row.actor_key !== null) return row.sealed_person === null ? null : openPerson(keys, row.actor_key, row.sealed_person)
  return row.sealed_claim === null ? null : openClaim(keys, row.verification_id, row.sealed_claim)
}

/** Refuses what was begun too long ago, and what no platform was ever asked about. */
const openFrom = (row: CheckRow, keys: Keys): OpenCheck => {
  const { verification_id: verificationId, subject_key: subjectKey, purpose, actor_key: actorKey, sealed_platform_id: sealed, outer_number: outerNumber, ticket, url } = row
  const person = personIn(row, keys)
  const isOpen = row.now < row.begun_at + checkLasts && person !== null && sealed !== null && outerNumber !== null && ticket !== null
  if (!isOpen) throw new RequestError('verificationRefused')
  return { verificationId, subjectKey, purpose, actorKey, person, platformId: keys.open(sealed, row.account_key), outerNumber, ticket, url }
}

/**
 * A check of the caller's account: how it ended, or what to ask its platform. Refuses `notFound`, `notSignedIn`, `verificationRefused`
 * once it was begun too long ago, and `tooManyChecks`: begun side by side, no more of them may be tried than one after the other.
 */
export const findCheck = async ({ database, keys, tries }: CheckNeeds, caller: Caller, id: string): Promise<FoundCheck> => {
  const row = await read(database, caller, id)
  const completed = completedFrom(row)
  if (completed) return { completed }
  const open = openFrom(row, keys)
  await tries.refuseLocked(lockedBy(keys, { accountKey: caller.accountKey, ...open }))
  return { open }
}

/** The claim is kept only for binding: whoever did not pass leaves nothing. */
const end = `update verification set result = $4, completed_at = ${clock},
    sealed_claim = case when $4 in ('passed', 'pending') then sealed_claim end
  where subject_key = $1 and verification_id = $2 and account_key = $3
    and result in ('begun', 'pending') and begun_at > ${clock} - ${checkLasts} returning *`

/** Writes down how a check ended: a pending one may end again, any other result is final, and the first stays. One that failed is counted. */
export const endCheck = async (needs: CheckNeeds, caller: Caller, check: OpenCheck, result: VerificationResult): Promise<Completed> => {
  const { database, keys, tries } = needs
  const { verificationId } = check
  const values = [subjectKeyOf(verificationId), verificationId, caller.accountKey, result]
  const [row] = await database.run<VerificationTable>({ name: 'complete-verification', text: end, values })
  if (row && result === 'failed') await tries.countFailed(lockedBy(keys, { accountKey: caller.accountKey, ...check }))
  if (row) return completedFrom(row) ?? { result: 'pending', validUntil: null }
  const before = completedFrom(await read(database, caller, verificationId))
  if (!before) throw new RequestError('verificationRefused')
  return before
}
