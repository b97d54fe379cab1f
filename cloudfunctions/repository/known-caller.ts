import type { Caller } from '../runtime/caller'
import { RequestError } from '../runtime/errors'
import type { Database, Run } from './database'
import type { AccountTable } from './schema'

const find = 'select person_key, epoch from account where account_key = $1'

type Known = Pick<AccountTable, 'person_key' | 'epoch'>

const ofEpoch = ([row]: readonly Known[], { epoch }: Caller): string | null => {
  if (row?.epoch !== epoch) throw new RequestError('notSignedIn')
  return row.person_key
}

/** The key of the person an account is bound to, or null. Refuses `notSignedIn` for a proof of an earlier epoch. */
export const refuseEarlierEpoch = async ({ run }: Pick<Database, 'run'>, caller: Caller): Promise<string | null> =>
  ofEpoch(await run<Known>({ name: 'known-caller', text: find, values: [caller.accountKey] }), caller)

/** The key of the person a caller's account is bound to. Refuses `notSignedIn` for a proof of an earlier epoch, `notBound`. */
export const refuseUnknownCaller = async (database: Pick<Database, 'run'>, caller: Caller): Promise<string> => {
  const personKey = await refuseEarlierEpoch(database, caller)
  if (personKey === null) throw new RequestError('notBound')
  return personKey
}

/**
 * Until the end of the transaction that this opens, the account stays whose it is: whoever lets go of it or erases waits, and finds what
 * was written. Refuses `notSignedIn` once they were first.
 */
export const holdCaller = async (run: Run, caller: Caller): Promise<void> => {
  ofEpoch(await run<Known>({ name: 'hold-caller', text: `${find} for share`, values: [caller.accountKey] }), caller)
}
