import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import type { ErrorCode } from '@/contract'
import { national } from '@/domain/policies/national'
import type { Config } from '../runtime/config'
import { RequestError } from '../runtime/errors'
import type { Keys } from '../runtime/keys'
import type { Database } from './database'

/** What an operator sets: sign-ins and refreshes of an address, checks begun by an account. */
export type Limits = Pick<Config, 'rateLimit' | 'checksPerHour'>

/** Who tries, and then what else the same tries count for, whoever makes them. */
export type Counted = readonly [own: string, ...shared: string[]]

/**
 * What is counted, so that nobody tries on and on. An ordinary request counts nothing. Refuses `tooManyRequests`, and for checks that
 * failed `tooManyChecks`, each with `retryAfterSeconds`.
 */
export interface Tries {
  /** A sign-in or a refresh; one whose address is not known is not counted. */
  countSignIn(address: string | undefined): Promise<void>
  countBegun(accountKey: string): Promise<void>
  /** A check that failed, by everyone it counts for. */
  countFailed(whose: Counted): Promise<void>
  /** What others failed at refuses only whoever has failed as well: nobody is locked out by strangers. */
  refuseLocked(whose: Counted): Promise<void>
  /** An account asked for what it may not see, or what is not there. */
  countGuess(accountKey: string): Promise<void>
  /** Asks this process's memory alone: an account that guesses is refused by each process after its first guess there. */
  refuseGuessing(accountKey: string): Promise<void>
  /** A request of a partner, which may make so many within a minute. */
  countAsked(partnerId: string, perMinute: number): Promise<void>
  /** A password that somebody says is a member of staff's, before it is looked at: for the member, and for the address where it is known. */
  countPassword(staffId: string, address: string | undefined): Promise<void>
  /** A code that somebody would make a browser a terminal by; one whose address is not known is not counted. */
  countCode(address: string | undefined): Promise<void>
  /** It was good, and counts not for its address. */
  forgiveCode(address: string | undefined): Promise<void>
  /** It was right: the member's wrong ones count no longer, and this one not for its address. */
  forgivePassword(staffId: string, address: string | undefined): Promise<void>
}

const hour = 3600
const guesses = { max: 30, seconds: hour }
const { failedChecks, checkLockHours } = national.limits
const lockSeconds = checkLockHours.value * hour
/** Wrong passwords of staff, and wrong codes of terminals: that many lock, for so long. */
const passwords = { max: 6, seconds: 15 * 60 }
/** Each partner has a rate of its own, so that the limiter itself only counts. */
const uncapped = { max: 1_000_000_000, seconds: 60 }

const refusal = (code: ErrorCode, { msBeforeNext }: RateLimiterRes) => new RequestError(code, { retryAfterSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) })

/** Counts one more; what is too many by then, or null. */
const tooMany = (limiter: RateLimiterPostgres, key: string): Promise<RateLimiterRes | null> =>
  limiter.consume(key).then(() => null, (thrown: unknown) => {
    if (thrown instanceof RateLimiterRes) return thrown
    throw thrown
  })

const count = async (limiter: RateLimiterPostgres, key: string): Promise<void> => {
  const refused = await tooMany(limiter, key)
  if (refused) throw refusal('tooManyRequests', refused)
}

export const triesIn = ({ pool }: Pick<Database, 'pool'>, keys: Keys, { rateLimit, checksPerHour }: Limits): Tries => {
  const store = { storeClient: pool, storeType: 'pool', tableName: 'tries', tableCreated: true, clearExpiredByTimeout: false }
  const limiter = (keyPrefix: string, { max, seconds }: Limits['rateLimit'], blockDuration = 0) =>
    new RateLimiterPostgres({ ...store, keyPrefix, points: max, duration: seconds, blockDuration })
  const [signingIn, beginning, guessing] = [limiter('signIn', rateLimit), limiter('begun', { max: checksPerHour, seconds: hour }), limiter('guess', guesses)]
  // the last one that may fail is the one that locks
  const failing = limiter('failed', { max: failedChecks.value - 1, seconds: lockSeconds }, lockSeconds)
  const trying = limiter('staff', { ...passwords, max: passwords.max - 1 }, passwords.seconds)
  const asking = limiter('partner', uncapped)
  const blocked = new RateLimiterMemory({ points: guesses.max, duration: guesses.seconds })

  /** Whether any has failed by this key; refuses once too many have. */
  const hasFailed = async (key: string): Promise<boolean> => {
    const found = await failing.get(key)
    if (found && found.consumedPoints >= failedChecks.value) throw refusal('tooManyChecks', found)
    return found !== null
  }
  const tryAll = async (whose: readonly string[]): Promise<void> => {
    for (const refused of await Promise.all(whose.map((key) => tooMany(trying, key)))) {
      if (refused && refused.consumedPoints > passwords.max) throw refusal('tooManyRequests', refused)
    }
  }
  const addressKey = (address: string) => keys.hash('tries', address).hash
  return {
    countSignIn: async (address) => {
      if (address) await count(signingIn, addressKey(address))
    },
    countBegun: (accountKey) => count(beginning, accountKey),
    countFailed: async (whose) => void (await Promise.all(whose.map((key) => tooMany(failing, key)))),
    refuseLocked: async ([own, ...shared]) => {
      if (await hasFailed(own)) await Promise.all(shared.map(hasFailed))
    },
    countGuess: async (accountKey) => {
      const refused = await tooMany(guessing, accountKey)
      if (!refused) return
      await blocked.block(accountKey, Math.ceil(refused.msBeforeNext / 1000))
      throw refusal('tooManyRequests', refused)
    },
    refuseGuessing: async (accountKey) => {
      const found = await blocked.get(accountKey)
      if (found) throw refusal('tooManyRequests', found)
    },
    countAsked: async (partnerId, perMinute) => {
      const asked = await asking.consume(partnerId)
      if (asked.consumedPoints > perMinute) throw refusal('tooManyRequests', asked)
    },
    countPassword: (staffId, address) => tryAll([`id:${staffId}`, ...(address ? [`at:${addressKey(address)}`] : [])]),
    countCode: (address) => tryAll(address ? [`code:${addressKey(address)}`] : []),
    forgiveCode: async (address) => {
      if (address) await trying.reward(`code:${addressKey(address)}`)
    },
    forgivePassword: async (staffId, address) => {
      await trying.delete(`id:${staffId}`)
      if (address) await trying.reward(`at:${addressKey(address)}`)
    },
  }
}
