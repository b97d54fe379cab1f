import type { Caller } from '../../runtime/caller'
import { RequestError } from '../../runtime/errors'
import type { Keys } from '../../runtime/keys'
import { clock, inTransaction, type Database, type Run } from '../database'
import { refuseUnknownCaller } from '../known-caller'
import { removePeople } from '../retention/orphans'
import { countKept, type Kept } from './counts'
import { ofPerson, rowsOf } from './of-person'

/** What went, and what the law, or a dispute with someone else, keeps. */
export interface Erased {
  readonly erased: readonly Kept[]
  readonly stays: readonly Kept[]
}

const hold = 'select person_key from person where person_key = $1 for update'
/** Whoever is just granting or agreeing holds their account: what they write is found. */
const holdAccounts = 'select account_key from account where person_key = $1 for update'
const deletion = (what: 'session' | 'identityCheck' | 'answer' | 'message') => ({
  name: `erase ${what}`,
  text: `${ofPerson} delete from ${rowsOf[what].table} t where ${rowsOf[what].where}`,
})
/** How messages went out, and what was allowed to be sent, go with the messages. */
const sent = [
  { name: 'erase deliveries', text: 'delete from delivery where person_key = $1' },
  { name: 'erase subscriptions', text: 'delete from subscription where account_key in (select account_key from account where person_key = $1)' },
]
/** Of orders that are over, and photos that wait for none: what is under way still needs its own. */
const whatIsOver = [
  { name: 'erase orders', text: `${ofPerson} delete from order_private t where ${rowsOf.order.where} and t.over_at is not null` },
  { name: 'erase photos', text: `${ofPerson} delete from photo t where ${rowsOf.order.where} and t.until_at is not null` },
]
const deletions = [...sent, ...whatIsOver, deletion('session'), deletion('identityCheck'), deletion('answer'), deletion('message')]

const revoke = `${ofPerson} update proxy_grant t set revoked_at = ${clock} where ${rowsOf.grant.where} and t.revoked_at is null and t.ends_at > ${clock}`
const withdraw = `update consent set withdrawn_at = ${clock} where person_key = $1 and withdrawn_at is null`
const unbind = `update account set person_key = null, epoch = epoch + 1, ended_at = ${clock}, ended_why = 'erased' where person_key = $1
  returning account_key`

const differences = (before: readonly Kept[], after: readonly Kept[]): Kept[] =>
  before.map(({ what, count }) => ({ what, count: count - (after.find((one) => one.what === what)?.count ?? 0) })).filter(({ count }) => count > 0)

const isCounter = ({ what }: Kept) => what === 'counter'

/** What is counted so that nobody tries on and on stays its day: erasing is no way around it. */
const parted = (before: readonly Kept[], after: readonly Kept[]): Erased => ({
  erased: differences(before, after).filter((one) => !isCounter(one)),
  stays: [...after.filter((one) => !isCounter(one)), ...before.filter(isCounter)],
})

/** In this order: what is found through the accounts goes before they are let go of. */
const eraseAll = async (run: Run, keys: Keys, caller: Caller, personKey: string): Promise<Erased> => {
  const values = [personKey]
  await run({ name: 'hold-own-person', text: hold, values })
  await run({ name: 'hold-own-accounts', text: holdAccounts, values })
  const before = await countKept(run, personKey)
  for (const statement of deletions) await run({ ...statement, values })
  await run({ name: 'revoke-own-grants', text: revoke, values })
  await run({ name: 'withdraw-own-consents', text: withdraw, values })
  const unbound = await run<{ account_key: string }>({ name: 'erase-accounts', text: unbind, values })
  // another request was first
  if (!unbound.some(({ account_key: key }) => key === caller.accountKey)) throw new RequestError('notSignedIn')
  await removePeople(run, keys, [personKey])
  return parted(before, await countKept(run, personKey))
}

/**
 * Lets go of a person's accounts and deletes what the law lets go of, whole or not at all. A grant is ended and a consent withdrawn; both
 * stay their time, since they concern others or prove what was allowed. Refuses `notSignedIn`, `notBound`.
 */
export const eraseMyData = async (database: Database, keys: Keys, caller: Caller): Promise<Erased> => {
  const personKey = await refuseUnknownCaller(database, caller)
  const erased = await inTransaction(database, (run) => eraseAll(run, keys, caller, personKey))
  if (!erased) throw new RequestError('busy')
  return erased
}
