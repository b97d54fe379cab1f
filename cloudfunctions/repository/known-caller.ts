import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Database } from './database'
import type { AccountTable } from './schema'

const find = 'select person_key, epoch from account where account_key = $1'

/** The key of the person a caller's account is bound to. Refuses `notSignedIn` for a proof of an earlier epoch, `notBound`. */
export const refuseUnknownCaller = async (database: Database, { accountKey, epoch }: Caller): Promise<string> => {
  const [row] = await database.run<Pick<AccountTable, 'person_key' | 'epoch'>>({ name: 'known-caller', text: find, values: [accountKey] })
  if (row?.epoch !== epoch) throw new RequestError('notSignedIn')
  if (row.person_key === null) throw new RequestError('notBound')
  return row.person_key
}
