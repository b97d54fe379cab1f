import type { Instant } from '@/domain/time'
import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { openClaim, type Claim } from './claim'
import { clock, inTransaction, type Database, type Run } from './database'
import { lockPerson, makePerson, type FoundPerson } from './directory'
import { nameAs } from './naming'
import { openPerson } from './person'
import { agreeToNotice } from './privacy-consent'
import type { VerificationTable } from './schema'
import { checkLasts, refuseSpent } from './verification'

/** Whose the account is now. `moved`: another account of this person at this door was let go of. */
export interface Bound {
  readonly name: string
  readonly moved: boolean
  readonly already: boolean
}

interface BindRow extends Pick<VerificationTable, 'actor_key' | 'completed_at' | 'used_at' | 'sealed_claim'> {
  readonly person_key: string | null
  readonly sealed_person: string | null
  readonly purpose: VerificationTable['purpose'] | null
  readonly result: VerificationTable['result'] | null
  readonly now: Instant
}

const read = `select a.person_key, p.sealed_person, v.purpose, v.result, v.completed_at, v.used_at, v.actor_key, v.sealed_claim, ${clock} as now
  from account a left join person p on p.person_key = a.person_key
  left join verification v on v.subject_key = a.account_key and v.verification_id = $3 and v.account_key = a.account_key
  where a.account_key = $1 and a.epoch = $2`

const use = `update verification set used_at = ${clock}, actor_key = $3, sealed_claim = null where subject_key = $1 and verification_id = $2
  and result = 'passed' and used_at is null and completed_at > ${clock} - ${checkLasts} returning verification_id`
const letGo = `update account set person_key = null, epoch = epoch + 1, ended_at = ${clock}, ended_why = 'moved'
  where person_key = $1 and channel = $2 and account_key <> $3 returning account_key`
/** An account that was another's gets a new epoch: what was begun for that person is at an end. */
const take = `with was as (select account_key, person_key from account where account_key = $1 and epoch = $2 for update)
  update account a set person_key = $3, epoch = a.epoch + case when was.person_key <> $3 then 1 else 0 end,
    bound_at = case when was.person_key = $3 then a.bound_at else ${clock} end, ended_at = null, ended_why = null
  from was where a.account_key = was.account_key returning was.person_key is not distinct from $3 as already`

/** The answer again for whoever did not hear the first: this check has bound the account to the person whose it still is. */
const answered = (row: BindRow, keys: Keys): Bound | undefined => {
  const { person_key: personKey, sealed_person: sealed, used_at: usedAt } = row
  const isTheirs = row.purpose === 'bind' && usedAt !== null && row.actor_key === personKey
  if (!isTheirs || personKey === null || sealed === null) return undefined
  return { name: openPerson(keys, personKey, sealed).name, moved: false, already: true }
}

const claimedIn = (row: BindRow, keys: Keys, verificationId: string): Claim => {
  refuseSpent({ result: row.result, completedAt: row.completed_at, usedAt: row.used_at }, row.purpose === 'bind', row.now)
  if (row.sealed_claim === null) throw new RequestError('verificationRefused')
  return openClaim(keys, verificationId, row.sealed_claim)
}

/** The person claimed, locked: whoever binds or moves them next waits. One whom others had named so far has their own name from now on. */
const personFor = async (run: Run, keys: Keys, claim: Claim): Promise<FoundPerson | null> => {
  const person = { ...claim, phone: '' }
  const found = (await lockPerson(run, keys, claim.idNumber)) ?? (await makePerson(run, keys, person)) ?? (await lockPerson(run, keys, claim.idNumber))
  return found && nameAs(run, keys, found, person)
}

interface Binding {
  readonly caller: Caller
  readonly verificationId: string
  readonly notice: string
}

/** Undefined when the check or the account is no longer as it was read. */
const write = async (run: Run, { caller, verificationId, notice }: Binding, { personKey, person }: FoundPerson): Promise<Bound | undefined> => {
  const { accountKey, epoch, channel } = caller
  const used = await run({ name: 'use-to-bind', text: use, values: [accountKey, verificationId, personKey] })
  if (used.length === 0) return undefined
  const moved = await run({ name: 'let-go', text: letGo, values: [personKey, channel, accountKey] })
  const [taken] = await run<{ already: boolean }>({ name: 'take-account', text: take, values: [accountKey, epoch, personKey] })
  if (!taken) return undefined
  await agreeToNotice(run, personKey, notice)
  return { name: person.name, moved: moved.length > 0, already: taken.already }
}

/** Each failed try means that another request has bound this account or used this check, which the next reading finds. */
const tries = 3

/**
 * Binds the caller's account to the person whom a passed check of theirs says they are, and lets go of another account of that person
 * at this door. The check is used with it or not at all. Refuses `notSignedIn`, `verificationRefused`, `verificationUsed`.
 */
export const bind = async (database: Database, keys: Keys, caller: Caller, verificationId: string, notice: string): Promise<Bound> => {
  for (let trial = 0; trial < tries; trial += 1) {
    const values = [caller.accountKey, caller.epoch, verificationId]
    const [row] = await database.run<BindRow>({ name: 'read-to-bind', text: read, values })
    if (!row) throw new RequestError('notSignedIn')
    const first = answered(row, keys)
    if (first) return first
    const claim = claimedIn(row, keys, verificationId)
    const bound = await inTransaction(database, async (run) => {
      const person = await personFor(run, keys, claim)
      return person ? write(run, { caller, verificationId, notice }, person) : undefined
    })
    if (bound) return bound
  }
  throw new RequestError('busy')
}
