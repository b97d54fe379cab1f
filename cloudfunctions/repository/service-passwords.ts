import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { policyOf } from '@/domain/policies'
import { hour, type Instant } from '@/domain/time'
import type { Keys } from '../runtime/keys'
import type { Partner } from '../runtime/partner'
import { isPassword } from '../runtime/password'
import { clock, type Database, type Run } from './database'
import { hashArrays } from './directory'
import { wrongPasswords } from './wrong-passwords'

/** A card's number and a password as they were typed, and under what the caller's wrong ones are counted. */
export interface TypedPassword {
  readonly cardNumber: string
  readonly password: string
  readonly callerKey: string
}

/** Whether a password is the card's. What is no card of the partner's cities, and a card without a password, are `wrong` as well. */
export type CheckedPassword =
  | { readonly kind: 'right'; readonly cardKey: string; readonly at: Instant }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly until: Instant }

export interface ServicePasswords {
  /**
   * Checks a password, within the transaction of whatever is kept of it. Every try is counted before it is looked at, for the card whoever
   * calls and for the caller whatever the card: the one that is one too many by the city's limit locks, for the city's hours.
   */
  check(run: Run, partner: Partner, typed: TypedPassword): Promise<CheckedPassword>
  /** Gives a password to those of the cards that have none, as the demo city is set up; it is hashed where there is any. */
  arrange(cardNumbers: readonly string[], passwordHash: () => Promise<string>): Promise<void>
}

interface Found {
  readonly card_key: string
  readonly password_hash: string | null
  readonly now: Instant
}

const find = `select c.card_key, s.password_hash, ${clock} as now from unnest($1::text[], $2::text[]) h(hash, key_id)
  join card_directory d on d.number_hash = h.hash and d.hash_key_id = h.key_id
  join card c on c.card_key = d.card_key left join service_password s on s.card_key = c.card_key where c.city = any($3::text[]) limit 1`

const without = `select distinct c.card_key from unnest($1::text[], $2::text[]) h(hash, key_id)
  join card_directory d on d.number_hash = h.hash and d.hash_key_id = h.key_id join card c on c.card_key = d.card_key
  where not exists (select from service_password s where s.card_key = c.card_key)`
const arrange = `insert into service_password select k.card_key, $2, ${clock} from unnest($1::text[]) k(card_key) on conflict do nothing`

const arrangePasswords = async (run: Run, keys: Keys, cardNumbers: readonly string[], passwordHash: () => Promise<string>): Promise<void> => {
  const hashes = cardNumbers.flatMap((number) => keys.hashes('cardNumber', number))
  const cards = await run<{ card_key: string }>({ name: 'cards-without-password', text: without, values: hashArrays(hashes) })
  if (cards.length === 0) return
  await run({ name: 'arrange-passwords', text: arrange, values: [cards.map(({ card_key: key }) => key), await passwordHash()] })
}

/** The limiter's own store on a transaction: what it counts stands or falls with it. */
const storeOn = (run: Run) => ({
  query: async (statement: { name?: string; text: string; values: unknown[] }) => {
    const rows = await run({ name: '', ...statement })
    return { rows, rowCount: rows.length }
  },
})

interface Counting {
  readonly limiter: RateLimiterPostgres
  readonly max: number
}

const countingOn = (run: Run, { cities: [city = 'national'] }: Partner): Counting => {
  const { wrongPasswords: limit, passwordLockHours: hours } = policyOf(city).limits
  const seconds = (hours.value * hour) / 1000
  const limiter = new RateLimiterPostgres({
    storeClient: storeOn(run), storeType: 'client', tableName: 'tries', tableCreated: true, clearExpiredByTimeout: false,
    // the last one that may be wrong is the one that locks
    keyPrefix: wrongPasswords, points: limit.value - 1, duration: seconds, blockDuration: seconds,
  })
  return { limiter, max: limit.value }
}

const consume = ({ limiter }: Counting, key: string): Promise<RateLimiterRes> =>
  limiter.consume(key).catch((thrown: unknown) => {
    if (thrown instanceof RateLimiterRes) return thrown
    throw thrown
  })

const endOf = (counted: readonly RateLimiterRes[]): Instant => Date.now() + Math.max(...counted.map(({ msBeforeNext }) => msBeforeNext))

/** Always the card before the caller: two that count the same never wait for each other in a circle. */
const each = async (keys: readonly string[], count: (key: string) => Promise<RateLimiterRes | null>): Promise<RateLimiterRes[]> => {
  const counted: RateLimiterRes[] = []
  for (const key of keys) {
    const one = await count(key)
    if (one) counted.push(one)
  }
  return counted
}

const lockedBy = (counted: readonly RateLimiterRes[], isLocked: (points: number) => boolean): CheckedPassword | null => {
  const over = counted.filter(({ consumedPoints }) => isLocked(consumedPoints))
  return over.length > 0 ? { kind: 'locked', until: endOf(over) } : null
}

const check = async (run: Run, keys: Keys, partner: Partner, { cardNumber, password, callerKey }: TypedPassword): Promise<CheckedPassword> => {
  const counting = countingOn(run, partner)
  const { limiter, max } = counting
  const [found] = await run<Found>({ name: 'find-service-password', text: find, values: [...hashArrays(keys.hashes('cardNumber', cardNumber)), partner.cities] })
  const ofCard = found?.card_key ?? `number.${keys.hash('tries', cardNumber).hash}`
  const ofCaller = `caller.${callerKey}`
  const before = lockedBy(await each([ofCard, ofCaller], (key) => limiter.get(key)), (points) => points >= max)
  if (before) return before
  const counted = await each([ofCard, ofCaller], (key) => consume(counting, key))
  const overtaken = lockedBy(counted, (points) => points > max)
  if (overtaken) return overtaken
  const isRight = await isPassword(password, found?.password_hash ?? null)
  if (!isRight || !found) return lockedBy(counted, (points) => points >= max) ?? { kind: 'wrong' }
  await limiter.delete(ofCard)
  await limiter.reward(ofCaller)
  return { kind: 'right', cardKey: found.card_key, at: found.now }
}

export const servicePasswordsIn = ({ run }: Pick<Database, 'run'>, keys: Keys): ServicePasswords => ({
  check: (within, partner, typed) => check(within, keys, partner, typed),
  arrange: (cardNumbers, passwordHash) => arrangePasswords(run, keys, cardNumbers, passwordHash),
})
