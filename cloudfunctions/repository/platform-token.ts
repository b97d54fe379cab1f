import type { Door } from '@/contract'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import { clock, inTransaction, type Database, type Run } from './database'

/** What a platform has just given us, and for how long. */
export interface NewToken {
  readonly token: string
  readonly lifeSeconds: number
}

/** The tokens that show a platform's server who we are: fetched once for all instances, since a new one may end the former. */
export interface PlatformTokens {
  /**
   * The kept token while it lasts; else whoever comes first fetches one, and the others wait for it. `refused` is the one that the
   * platform will not take any more: it is replaced, unless another instance has done so meanwhile.
   */
  token(platform: Door, fetchNew: () => Promise<NewToken>, refused?: string): Promise<string>
}

/** A token that ends while it is on its way is of no use. */
const marginMs = 60_000
const tokenLock = 25_112_026

const read = `select sealed_token from platform_token where platform = $1 and expires_at > ${clock} + ${marginMs}`
/** One transaction on the platform's token at a time, in all instances. */
const hold = 'select pg_advisory_xact_lock($1, hashtext($2))'
const keep = `insert into platform_token (platform, sealed_token, expires_at) values ($1, $2, ${clock} + $3)
  on conflict (platform) do update set sealed_token = excluded.sealed_token, expires_at = excluded.expires_at`

/** Several callers of one instance wait for one answer: each on a connection of its own, they would leave none for anything else. */
const together = <T>() => {
  const under = new Map<string, Promise<T>>()
  return (name: string, run: () => Promise<T>): Promise<T> => {
    const known = under.get(name)
    if (known) return known
    const started = run().finally(() => under.delete(name))
    under.set(name, started)
    return started
  }
}

export const platformTokensIn = (database: Database, keys: Keys): PlatformTokens => {
  const row = (platform: Door) => `platform-token:${platform}`
  const once = together<string>()

  const kept = async (run: Run, platform: Door, refused: string | undefined) => {
    const [found] = await run<{ sealed_token: string }>({ name: 'read-platform-token', text: read, values: [platform] })
    const token = found && keys.open(found.sealed_token, row(platform))
    return token === refused ? undefined : token
  }

  const renew = (platform: Door, fetchNew: () => Promise<NewToken>, refused: string | undefined) =>
    inTransaction(database, async (run) => {
      await run({ name: 'hold-platform-token', text: hold, values: [tokenLock, platform] })
      const meanwhile = await kept(run, platform, refused)
      if (meanwhile !== undefined) return meanwhile
      const { token, lifeSeconds } = await fetchNew()
      await run({ name: 'keep-platform-token', text: keep, values: [platform, keys.seal(token, row(platform)), lifeSeconds * 1000] })
      return token
    })

  const find = async (platform: Door, fetchNew: () => Promise<NewToken>, refused: string | undefined) => {
    const token = (await kept(database.run, platform, refused)) ?? (await renew(platform, fetchNew, refused))
    if (token === undefined) throw new RequestError('busy')
    return token
  }

  return { token: (platform, fetchNew, refused) => once(`${platform} ${refused ?? ''}`, () => find(platform, fetchNew, refused)) }
}
