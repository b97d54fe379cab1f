import type { Caller } from '../../runtime/caller'
import { RequestError } from '../../runtime/errors'
import { clock, type Database } from '../database'
import { refuseUnknownCaller } from '../known-caller'

/** The two whose grant it is: the holder takes it back, the proxy gives it back. */
const theirs = 'card_key = $1 and grant_id = $2 and $3 in (holder_key, proxy_key)'
const revoke = `update proxy_grant set revoked_at = ${clock} where ${theirs} and revoked_at is null and ends_at > ${clock} returning grant_id`
const find = `select grant_id from proxy_grant where ${theirs}`

/** Ends a grant at once. Resolves to whether it had ended already. Refuses `notFound` for one that is not there or not the caller's. */
export const revokeProxy = async (database: Database, caller: Caller, cardKey: string, grantId: string): Promise<{ already: boolean }> => {
  const values = [cardKey, grantId, await refuseUnknownCaller(database, caller)]
  const revoked = await database.run({ name: 'revoke-grant', text: revoke, values })
  if (revoked.length > 0) return { already: false }
  const ended = await database.run({ name: 'find-grant', text: find, values })
  if (ended.length === 0) throw new RequestError('notFound')
  return { already: true }
}
