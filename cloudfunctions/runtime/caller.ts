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
  /** The session that signing out ends; an OPENID comes without one. */
  readonly sessionId?: string
}

/** Finds the account of a platform's own id, or makes it: whose it is may not be known yet. */
interface Accounts {
  byPlatformId(channel: Door, platformId: string): Promise<Pick<Caller, 'accountKey' | 'epoch'>>
}

interface Proofs {
  readonly config: Pick<Config, 'trustOpenidHeader' | 'sandbox'>
  readonly tokens: { read(token: string): Promise<Caller | null> }
  readonly repository: { readonly accounts: Accounts }
}

const bearer = (authorization: string) => /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''

const byToken = async (authorization: string, { tokens, config }: Proofs): Promise<Caller | null> => {
  const caller = await tokens.read(bearer(authorization))
  // whoever was played has no business where nobody is
  return caller?.played && !config.sandbox ? null : caller
}

const byOpenid = async (accounts: Accounts, openid: string | undefined): Promise<Caller | null> => {
  if (!openid) return null
  const { accountKey, epoch } = await accounts.byPlatformId('wechat', openid)
  return { accountKey, epoch, channel: 'wechat', played: false }
}

/**
 * The one place that answers who is calling; null when nobody is signed in.
 * Over HTTP that is the bearer token; a gateway's OPENID header counts only where the configuration trusts it, since anyone
 * can write one. In an event it is the OPENID WeChat's cloud gave the process, which serves one event at a time.
 */
export const callerOf = async (facts: Facts, proofs: Proofs): Promise<Caller | null> => {
  const { config, repository: { accounts } } = proofs
  if (facts.form === 'event') return byOpenid(accounts, facts.openid)
  const authorization = facts.header('authorization')
  if (authorization !== undefined) return byToken(authorization, proofs)
  return config.trustOpenidHeader ? byOpenid(accounts, facts.header('x-wx-openid')) : null
}
