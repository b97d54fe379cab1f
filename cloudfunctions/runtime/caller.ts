import type { Door } from '@/contract'
import type { Config } from './config'
import type { Facts } from './facts'

/** Who is calling, and through which door: always from a proof, never from a request's body. */
export interface Caller {
  readonly accountKey: string
  /** The account's epoch that the proof was made in: once it has a new one, the proof counts no longer. */
  readonly epoch: number
  readonly channel: Door
  /** A demo citizen played in the sandbox: the identity check is played as well. */
  readonly played: boolean
}

/** Finds the account a platform's own id is bound to; null when it is bound to none. */
interface Accounts {
  byPlatformId(channel: Door, platformId: string): Promise<{ readonly accountKey: string } | null>
}

interface Proofs {
  readonly config: Pick<Config, 'trustOpenidHeader'>
  readonly tokens: { read(token: string): Promise<Caller | null> }
  readonly repository: { readonly accounts: Accounts }
}

const bearer = (authorization: string) => /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''

const byOpenid = async (accounts: Accounts, openid: string | undefined): Promise<Caller | null> => {
  const account = openid ? await accounts.byPlatformId('wechat', openid) : null
  return account && { accountKey: account.accountKey, channel: 'wechat' }
}

/**
 * The one place that answers who is calling; null when nobody is signed in.
 * Over HTTP that is the bearer token; a gateway's OPENID header counts only where the configuration trusts it, since anyone
 * can write one. In an event it is the OPENID WeChat's cloud gave the process, which serves one event at a time.
 */
export const callerOf = async (facts: Facts, { config, tokens, repository }: Proofs): Promise<Caller | null> => {
  if (facts.form === 'event') return byOpenid(repository.accounts, facts.openid)
  const authorization = facts.header('authorization')
  if (authorization !== undefined) return tokens.read(bearer(authorization))
  return config.trustOpenidHeader ? byOpenid(repository.accounts, facts.header('x-wx-openid')) : null
}
