import type { CitizenChannel } from '@/contract'
import type { Caller } from '../runtime/caller'
import type { Keys } from '../runtime/keys'
import { clock, type Run } from './database'
import { hashArrays } from './directory'
import { newKey } from './random'
import type { AccountTable } from './schema'

/** An account as a proof of it is made: its key, its epoch, and whether we know whose it is. */
export interface Account extends Pick<Caller, 'accountKey' | 'epoch'> {
  readonly bound: boolean
}

/** An account as it is found by what somebody is known by at a door: a platform's id, or at a terminal their ID number. */
export type FoundAccount = Pick<AccountTable, 'account_key' | 'epoch' | 'person_key' | 'sealed_platform_id'>
const columns = 'account_key, epoch, person_key, sealed_platform_id'

const find = `select ${columns} from unnest($1::text[], $2::text[]) with ordinality h(hash, key_id, place)
  join account a on a.platform_hash = h.hash and a.hash_key_id = h.key_id order by h.place limit 1`
const make = `insert into account (account_key, channel, platform_hash, hash_key_id, sealed_platform_id, begun_at, person_key, bound_at)
  values ($1, $2, $3, $4, $5, ${clock}, $6, case when $6::text is not null then ${clock} end)
  on conflict (platform_hash, hash_key_id) do nothing returning ${columns}`

const knownBy = (channel: CitizenChannel, platformId: string) => `${channel}\n${platformId}`

/** Null when nobody has come with it before. */
export const findAccount = async (run: Run, keys: Keys, channel: CitizenChannel, platformId: string): Promise<FoundAccount | null> => {
  const values = hashArrays(keys.hashes('platform', knownBy(channel, platformId)))
  const [row] = await run<FoundAccount>({ name: 'find-account', text: find, values })
  return row ?? null
}

/** Null when another request has just made it. */
export const makeAccount = async (
  run: Run, keys: Keys, channel: CitizenChannel, platformId: string, personKey: string | null,
): Promise<FoundAccount | null> => {
  const accountKey = newKey()
  const { hash, keyId } = keys.hash('platform', knownBy(channel, platformId))
  const values = [accountKey, channel, hash, keyId, keys.seal(platformId, accountKey), personKey]
  const [row] = await run<FoundAccount>({ name: 'make-account', text: make, values })
  return row ?? null
}
