import type { CitizenChannel, Door } from '@/contract'
import type { CityCode } from '@/domain/policies'
import type { Config } from './config'
import { cookiesOf, kioskCookie } from './cookies'
import type { Facts } from './facts'
import { isLetIn } from './partner'

/** A terminal that was enrolled, and the outlet it stands in. */
export interface Kiosk {
  readonly kioskId: string
  /** With its city before it, as on the wire. */
  readonly outletId: string
  readonly city: CityCode
}

/** Whom a token was given to. */
export interface Bearer {
  readonly accountKey: string
  /** The account's epoch that the proof was made in: once it has a new one, the proof counts no longer. */
  readonly epoch: number
  readonly channel: CitizenChannel
  /** A demo citizen played in the sandbox: the identity check is played as well. */
  readonly played: boolean
  /** The session that signing out ends; an OPENID comes without one. */
  readonly sessionId?: string
}

/** Who is calling, and through which door: always from a proof, never from a request's body. */
export interface Caller extends Bearer {
  /** Where they have put their ID card on; through no other door. */
  readonly kiosk?: Kiosk
}

/** Finds the account of a platform's own id, or makes it: whose it is may not be known yet. */
interface Accounts {
  byPlatformId(channel: Door, platformId: string): Promise<Pick<Caller, 'accountKey' | 'epoch'>>
}

/** Finds the terminal of a device's credential, if a session was begun before it and goes on. */
interface Kiosks {
  before(credential: string, session: Pick<Bearer, 'accountKey' | 'sessionId'>): Promise<Kiosk | null>
}

interface Proofs {
  readonly config: Pick<Config, 'trustOpenidHeader' | 'sandbox'>
  readonly tokens: { read(token: string): Promise<Bearer | null> }
  readonly repository: { readonly accounts: Accounts; readonly kiosks: Kiosks }
}

const bearer = (authorization: string) => /^Bearer +(\S+)$/i.exec(authorization)?.[1] ?? ''

/** A terminal's token says nothing by itself: it counts beside the device's own credential, until its session ends or the terminal is revoked. */
const atKiosk = async (facts: Facts, who: Bearer, { config, repository: { kiosks } }: Proofs): Promise<Caller | null> => {
  const credential = cookiesOf(facts).get(kioskCookie)
  const kiosk = credential ? await kiosks.before(credential, who) : null
  return kiosk && isLetIn(kiosk.kioskId, config) ? { ...who, kiosk } : null
}

const byToken = async (facts: Facts, authorization: string, proofs: Proofs): Promise<Caller | null> => {
  const who = await proofs.tokens.read(bearer(authorization))
  if (who?.channel === 'terminal') return atKiosk(facts, who, proofs)
  // whoever was played has no business where nobody is
  return who?.played && !proofs.config.sandbox ? null : who
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
  if (authorization !== undefined) return byToken(facts, authorization, proofs)
  return config.trustOpenidHeader ? byOpenid(accounts, facts.header('x-wx-openid')) : null
}
