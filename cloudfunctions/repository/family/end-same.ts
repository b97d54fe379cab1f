import type { Keys } from '../../runtime/keys'
import type { Run } from '../database'
import { openPerson } from '../person'
import type { ProxyGrantTable } from '../schema'
import type { NewGrant } from './grants'

const find = 'select grant_id, sealed_proxy from proxy_grant where card_key = $1 and purpose = $2 and revoked_at is null and ends_at > $3'
const end = 'update proxy_grant set revoked_at = $3 where card_key = $1 and grant_id = any($2::text[]) and revoked_at is null'

/**
 * Ends what is in force of the same card for the same purpose and ID number: a new grant takes its place. It goes by what the holder
 * typed, so that what becomes of a grant does not tell whether its proxy is known.
 */
export const endSame = async (run: Run, keys: Keys, { cardKey, purpose, proxy, grantedAt }: NewGrant): Promise<void> => {
  const rows = await run<Pick<ProxyGrantTable, 'grant_id' | 'sealed_proxy'>>({ name: 'find-same-grants', text: find, values: [cardKey, purpose, grantedAt] })
  const same = rows.filter(({ grant_id: id, sealed_proxy: sealed }) => openPerson(keys, id, sealed).idNumber === proxy.idNumber)
  await run({ name: 'end-grants', text: end, values: [cardKey, same.map(({ grant_id: id }) => id), grantedAt] })
}
