import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Database } from './database'
import type { AccountTable } from './schema'

const find = 'select person_key, epoch from account where account_key = $1'

/** The key of the person an account is bound to, or null. Refuses `notSignedIn` for a proof of an earlier epoch. */
export const refuseEarlierEpoch = async ({ run }: Pick<Database, 'run'>, { accountKey, epoch }: Caller): Promise<string | null> => {
  const [row] = await run<Pick<AccountTable, 'person_key' | 'epoch'>>({ name: 'known-caller', text: find, values: [accountKey] })
  if (row?.epoch !== epoch) throw new RequestError('notSignedIn')
  return row.person_key
}

/** The key of the person a caller's account is bound to. Refuses `notSignedIn` for a proof of an earlier epoch, `notBound`. */
export const refuseUnknownCaller = async (database: Pick<Database, 'run'>, caller: Caller): Promise<string> => {
  const personKey = await refuseEarlierEpoch(database, caller)
  if (personKey === null) throw new RequestError('notBound')
  return personKey
}
