import type { Subject } from '@/contract'
import { mayBindAlone } from '@/domain/dependants'
import { bornOn } from '@/domain/id-number'
import { policyOf } from '@/domain/policies'
import { civilDate, type Instant } from '@/domain/time'
import type { BegunCheck } from '../platforms/platform'
import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { sealClaim, type Claim } from './claim'
import { clock, type Database } from './database'
import { lockedBy } from './locked-by'
import { openPerson } from './person'
import { newKey } from './random'
import { readCard } from './read'
import type { AccountTable } from './schema'
import type { Tries } from './tries'
import { viewFor } from './views'

/** Whom a platform is to check, and what for. */
export interface NewCheck {
  readonly subjectKey: string
  readonly purpose: Subject['purpose']
  /** The person checked; null for a claim, of which we do not know yet whose it is. */
  readonly actorKey: string | null
  readonly person: Claim
  readonly platformId: string
}

export interface CheckNeeds {
  readonly database: Database
  readonly keys: Keys
  readonly tries: Tries
}

const actor = `select a.person_key, a.sealed_platform_id, p.sealed_person, ${clock} as now
  from account a left join person p on p.person_key = a.person_key where a.account_key = $1 and a.epoch = $2`

type ActorRow = Pick<AccountTable, 'person_key' | 'sealed_platform_id'> & { readonly sealed_person: string | null; readonly now: Instant }

/** The account; refuses `notSignedIn` where it has another epoch, and where its platform id was never kept: the next sign-in keeps it. */
const actorOf = async ({ database, keys }: CheckNeeds, { accountKey, epoch }: Caller) => {
  const [row] = await database.run<ActorRow>({ name: 'check-actor', text: actor, values: [accountKey, epoch] })
  if (!row || row.sealed_platform_id === null) throw new RequestError('notSignedIn')
  return { ...row, platformId: keys.open(row.sealed_platform_id, accountKey) }
}

/** The privacy law is the same in every city. */
const national = policyOf('national')

/** The person who is claimed. Refuses `minorNeedsGuardian` for a child, known or not, before a platform hears of them. */
const claimed = ({ name, idNumber }: Claim, now: Instant): Claim => {
  if (!mayBindAlone(bornOn(idNumber), civilDate(now), national)) throw new RequestError('minorNeedsGuardian')
  return { name, idNumber }
}

/** Who is checked: for binding the person who is claimed, else the person acting, never the child of a guardian. */
const checkedFor = (keys: Keys, subject: Subject, row: ActorRow): Pick<NewCheck, 'actorKey' | 'person'> => {
  if (subject.purpose === 'bind') return { actorKey: null, person: claimed(subject, row.now) }
  if (row.person_key === null || row.sealed_person === null) throw new RequestError('notBound')
  return { actorKey: row.person_key, person: openPerson(keys, row.person_key, row.sealed_person) }
}

/**
 * Whether a check may begin, and of whom. Refuses `notFound`, and whoever may not act for the card at all, before any check: a child
 * is sent to the guardian; `notSignedIn`, `notBound`; `tooManyChecks` while too many have failed, `tooManyRequests`.
 */
export const prepareCheck = async (needs: CheckNeeds, caller: Caller, subject: Subject): Promise<NewCheck> => {
  const { database, keys, tries } = needs
  if ('cardId' in subject) viewFor(subject.purpose, await readCard(database, caller, subject.cardId), keys, caller)
  const row = await actorOf(needs, caller)
  const { purpose } = subject
  const checked = checkedFor(keys, subject, row)
  await tries.refuseLocked(lockedBy(keys, { purpose, accountKey: caller.accountKey, ...checked }))
  await tries.countBegun(caller.accountKey)
  return { subjectKey: 'cardId' in subject ? subject.cardId : caller.accountKey, purpose, platformId: row.platformId, ...checked }
}

const insert = `insert into verification (subject_key, verification_id, account_key, actor_key, purpose, result, provider, outer_number, ticket, url,
  sealed_claim, begun_at) values ($1, $2, $3, $4, $5, 'begun', $6, $7, $8, $9, $10, ${clock})`

/** Writes down a check that the caller's platform has begun. Resolves to its name. */
export const keepCheck = async ({ database, keys }: CheckNeeds, caller: Caller, check: NewCheck, begun: BegunCheck): Promise<string> => {
  const { subjectKey, actorKey, purpose, person } = check
  const { outerNumber, ticket, challenge } = begun
  const id = `${subjectKey}.${newKey()}`
  const url = 'url' in challenge ? challenge.url : null
  const claim = actorKey === null ? sealClaim(keys, id, person) : null
  const values = [subjectKey, id, caller.accountKey, actorKey, purpose, challenge.provider, outerNumber, ticket, url, claim]
  await database.run({ name: 'begin-verification', text: insert, values })
  return id
}
