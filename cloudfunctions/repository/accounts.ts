import type { Channel } from '@/domain/words'
import type { Keys } from '../runtime/keys'
import type { Database } from './database'
import { newKey } from './random'

/** Who is known at which door, and whose account it is. Platform ids are found by their keyed hash and never kept. */
export interface Accounts {
  byPlatformId(channel: Channel, platformId: string): Promise<{ readonly accountKey: string } | null>
  /** Binds a platform id to the person with an ID number; an id bound before stays as it is. Resolves to false when no such person is known. */
  bind(channel: Channel, platformId: string, idNumber: string): Promise<boolean>
}

const find = 'select account_key from account where platform_hash = $1 and hash_key_id = $2'
const bind = `with known as (select person_key from person_directory where id_hash = $5 and hash_key_id = $4),
  bound as (insert into account select $1, $2, $3, $4, person_key from known on conflict (platform_hash, hash_key_id) do nothing)
  select count(*) as known from known`

export const accountsIn = ({ run }: Database, keys: Keys): Accounts => {
  const platformHash = (channel: Channel, platformId: string) => keys.hash('platform', `${channel}\n${platformId}`)
  return {
    byPlatformId: async (channel, platformId) => {
      const { hash, keyId } = platformHash(channel, platformId)
      const [row] = await run<{ account_key: string }>({ name: 'find-account', text: find, values: [hash, keyId] })
      return row ? { accountKey: row.account_key } : null
    },
    bind: async (channel, platformId, idNumber) => {
      const { hash, keyId } = platformHash(channel, platformId)
      const values = [newKey(), channel, hash, keyId, keys.hash('idNumber', idNumber).hash]
      const [row] = await run<{ known: number }>({ name: 'bind-account', text: bind, values })
      return row?.known === 1
    },
  }
}
