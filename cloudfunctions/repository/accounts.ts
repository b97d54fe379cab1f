import type { Door } from '@/contract'
import type { Instant } from '@/domain/time'
import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { accountByIdCard } from './account-by-id-card'
import { findAccount, makeAccount, type Account } from './account-rows'
import { bind, type Bound } from './bind'
import type { Claim } from './claim'
import { clock, type Database } from './database'
import { findPerson } from './directory'
import { refuseEarlierEpoch } from './known-caller'
import { openPerson } from './person'
import type { AccountTable } from './schema'

/** Whose an account is. `ended`: when and why it was let go of, while it is nobody's. */
export interface AccountState {
  readonly name: string | null
  readonly boundAt: Instant | null
  readonly ended: { readonly at: Instant; readonly why: NonNullable<AccountTable['ended_why']> } | null
}

/** Who is known at which door, and whose account it is. A platform's id is found by its keyed hash, and kept sealed for its checks. */
export interface Accounts {
  /** The account of a platform's id, made when nobody has come with it before. */
  byPlatformId(channel: Door, platformId: string): Promise<Account>
  /** The account before terminals of whoever an ID card is of, who agreed to the privacy notice of a day (YYYY-MM-DD). Refuses `idCardUnknown`, `minorNeedsGuardian`. */
  byIdCard(card: Claim, notice: string): Promise<Account>
  /** Refuses `notSignedIn`, as the next two do. */
  of(caller: Caller): Promise<AccountState>
  /** Refuses `verificationRefused`, `verificationUsed` as well. */
  bind(caller: Caller, verificationId: string, notice: string): Promise<Bound>
  unbind(caller: Caller): Promise<{ readonly already: boolean }>
  /**
   * For the demo city: binds a new platform id to the person with an ID number without a check. An id that has come before stays as it
   * is. Resolves to false when no such person is known.
   */
  bindUnchecked(channel: Door, platformId: string, idNumber: string): Promise<boolean>
}

const state = `select p.person_key, p.sealed_person, a.bound_at, a.ended_at, a.ended_why
  from account a left join person p on p.person_key = a.person_key where a.account_key = $1 and a.epoch = $2`
const unbind = `update account set person_key = null, epoch = epoch + 1, ended_at = ${clock}, ended_why = 'unbound'
  where account_key = $1 and epoch = $2 and person_key is not null returning account_key`

type StateRow = Pick<AccountTable, 'person_key' | 'bound_at' | 'ended_at' | 'ended_why'> & { readonly sealed_person: string | null }

const stateIn = ({ person_key: personKey, sealed_person: sealed, bound_at: boundAt, ended_at: at, ended_why: why }: StateRow, keys: Keys): AccountState =>
  personKey !== null && sealed !== null
    ? { name: openPerson(keys, personKey, sealed).name, boundAt, ended: null }
    : { name: null, boundAt: null, ended: at !== null && why !== null ? { at, why } : null }

/** An account of before platform ids were kept. */
const fillIn = async ({ run }: Database, keys: Keys, accountKey: string, platformId: string): Promise<void> => {
  const text = 'update account set sealed_platform_id = $2 where account_key = $1 and sealed_platform_id is null'
  await run({ name: 'fill-in-platform-id', text, values: [accountKey, keys.seal(platformId, accountKey)] })
}

const byPlatformId = async (database: Database, keys: Keys, channel: Door, platformId: string): Promise<Account> => {
  const { run } = database
  const known = async () => findAccount(run, keys, channel, platformId)
  const row = (await known()) ?? (await makeAccount(run, keys, channel, platformId, null)) ?? (await known())
  if (!row) throw new RequestError('busy')
  if (row.sealed_platform_id === null) await fillIn(database, keys, row.account_key, platformId)
  return { accountKey: row.account_key, epoch: row.epoch, bound: row.person_key !== null }
}

export const accountsIn = (database: Database, keys: Keys): Accounts => ({
  byPlatformId: (channel, platformId) => byPlatformId(database, keys, channel, platformId),
  byIdCard: (card, notice) => accountByIdCard(database, keys, card, notice),
  of: async ({ accountKey, epoch }) => {
    const [row] = await database.run<StateRow>({ name: 'account-state', text: state, values: [accountKey, epoch] })
    if (!row) throw new RequestError('notSignedIn')
    return stateIn(row, keys)
  },
  bind: (caller, verificationId, notice) => bind(database, keys, caller, verificationId, notice),
  unbind: async (caller) => {
    const [row] = await database.run({ name: 'unbind-account', text: unbind, values: [caller.accountKey, caller.epoch] })
    if (!row) await refuseEarlierEpoch(database, caller)
    return { already: !row }
  },
  bindUnchecked: async (channel, platformId, idNumber) => {
    const { run } = database
    const found = await findPerson(run, keys, idNumber)
    if (found && !(await findAccount(run, keys, channel, platformId))) await makeAccount(run, keys, channel, platformId, found.personKey)
    return found !== null
  },
})
