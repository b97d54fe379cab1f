import type { CheckPurpose } from '@/contract'
import type { Instant } from '@/domain/time'
import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import { clock, type Run } from './database'
import { refuseUnknownCaller } from './known-caller'
import type { ChangeRow } from './read'
import type { VerificationTable } from './schema'

/** How long (ms) a check that was begun can be completed, and one that was passed can be used. */
export const checkLasts = 10 * 60 * 1000

/** A check's table begins with the key of what it is about, and so does its name. */
export const subjectKeyOf = (verificationId: string): string => verificationId.split('.')[0] ?? ''

/** A check as those who use it read it. */
export interface UsedCheck {
  readonly result: VerificationTable['result'] | null
  readonly completedAt: Instant | null
  readonly usedAt: Instant | null
}

/** Refuses a check that was not passed, was used before, or is too old; `isTheirs` when it is this person's own for this very purpose. */
export const refuseSpent = ({ result, completedAt, usedAt }: UsedCheck, isTheirs: boolean, now: Instant): void => {
  if (!isTheirs || result !== 'passed' || completedAt === null) throw new RequestError('verificationRefused')
  if (usedAt !== null) throw new RequestError('verificationUsed')
  if (now >= completedAt + checkLasts) throw new RequestError('verificationRefused')
}

/** Refuses a change whose check is not of the person that the account is bound to now, for this very purpose; and as above. */
export const refuseUnverified = (row: ChangeRow<unknown>, caller: Caller, purpose: string): void => {
  const isTheirs = row.check_account === caller.accountKey && row.check_purpose === purpose && row.check_actor === row.actor_key
  refuseSpent({ result: row.check_result, completedAt: row.checked_at, usedAt: row.check_used_at }, isTheirs, row.now)
}

const use = `update verification v set used_at = ${clock} from account a where a.account_key = $1 and a.epoch = $2
  and v.subject_key = $3 and v.verification_id = $4 and v.account_key = a.account_key and v.actor_key = a.person_key
  and v.purpose = $5 and v.result = 'passed' and v.used_at is null and v.completed_at > ${clock} - ${checkLasts} returning v.verification_id`
const used = `select from verification v join account a on a.account_key = v.account_key and a.person_key = v.actor_key
  where v.subject_key = $3 and v.verification_id = $4 and a.account_key = $1 and a.epoch = $2 and v.purpose = $5 and v.used_at is not null`

/**
 * Uses up a passed check of the person acting, about no card or about the one given; within a transaction of whatever it allows.
 * Refuses `notSignedIn`, `notBound`, `verificationRefused`, `verificationUsed`.
 */
export const useVerification = async (
  run: Run, caller: Caller, verificationId: string, purpose: CheckPurpose, subjectKey: string = caller.accountKey,
): Promise<void> => {
  const values = [caller.accountKey, caller.epoch, subjectKey, verificationId, purpose]
  if ((await run({ name: 'use-verification', text: use, values })).length > 0) return
  await refuseUnknownCaller({ run }, caller)
  const before = await run({ name: 'used-verification', text: used, values })
  throw new RequestError(before.length > 0 ? 'verificationUsed' : 'verificationRefused')
}
