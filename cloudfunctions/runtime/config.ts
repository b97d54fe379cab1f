import * as v from 'valibot'
import { ConfigError } from './config-error'
import { platformSettings, platformsFrom, type PlatformConfig } from './platform-config'

/** A named secret: values sealed or hashed with it say its id, so that keys can rotate. */
export interface Key {
  readonly id: string
  readonly bytes: Uint8Array
}

const hex = (bytes: number, atLeast = false) =>
  v.pipe(
    v.string(),
    v.regex(new RegExp(`^(?:[0-9a-f]{2}){${bytes}${atLeast ? ',' : ''}}$`, 'i'), `must be ${bytes} bytes${atLeast ? ' or more' : ''} in hex`),
    v.transform((text) => new Uint8Array(Buffer.from(text, 'hex'))),
  )

const separated = v.pipe(v.string(), v.transform((text) => text.split(',').map((part) => part.trim()).filter((part) => part !== '')))

/** `id:hex,id:hex`; the first is the current one, the others still open what they once sealed. */
const keyList = (bytes: number, atLeast = false) =>
  v.pipe(
    separated,
    v.minLength(1, 'must name at least one key as id:hex'),
    v.everyItem((item) => /^[^:]+:[^:]+$/.test(item), 'must name each key as id:hex'),
    v.mapItems((item) => ({ id: item.split(':')[0], bytes: item.split(':')[1] })),
    v.array(v.object({ id: v.pipe(v.string(), v.regex(/^[\w-]{1,16}$/, 'has a key id that is not 1 to 16 letters, digits, _ or -')), bytes: hex(bytes, atLeast) })),
    v.check((keys) => new Set(keys.map(({ id }) => id)).size === keys.length, 'names a key id twice'),
  )

const flag = v.pipe(v.optional(v.picklist(['0', '1'], 'must be 0 or 1'), '0'), v.transform((value) => value === '1'))
const whole = (fallback: string) =>
  v.pipe(v.optional(v.string(), fallback), v.regex(/^[1-9]\d{0,8}$/, 'must be a whole number above zero'), v.transform(Number))

const environment = v.object({
  DATABASE_URL: v.pipe(v.string(), v.regex(/^postgres(?:ql)?:\/\//, 'must be a postgres:// address')),
  DATA_KEYS: keyList(16),
  HASH_KEYS: keyList(32),
  SESSION_KEYS: keyList(32, true),
  ...platformSettings,
  SANDBOX: flag,
  NODE_ENV: v.optional(v.string()),
  TRUST_WX_OPENID_HEADER: flag,
  LOG_LEVEL: v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be a level of pino'), 'info'),
  ALLOWED_ORIGINS: v.optional(separated, ''),
  TRUSTED_PROXIES: v.optional(separated, ''),
  RATE_LIMIT: whole('300'),
  RATE_LIMIT_SECONDS: whole('60'),
})

export interface Config extends PlatformConfig {
  readonly databaseUrl: string
  readonly dataKeys: readonly Key[]
  readonly hashKeys: readonly Key[]
  readonly sessionKeys: readonly Key[]
  /** Demo citizens can sign in and say how their identity check ends; never in production. */
  readonly sandbox: boolean
  /** A gateway that sets `x-wx-openid` itself, and strips a caller's, stands in front. */
  readonly trustOpenidHeader: boolean
  readonly logLevel: string
  readonly allowedOrigins: readonly string[]
  /** Addresses or networks of the proxies in front, whose word on a caller's address is taken. */
  readonly trustedProxies: readonly string[]
  /** Requests one address may make within a window. */
  readonly rateLimit: { readonly max: number; readonly seconds: number }
}

const refusal = ({ path, message }: v.BaseIssue<unknown>, given: NodeJS.ProcessEnv) => {
  const name = String(path?.[0]?.key)
  return given[name] === undefined ? `${name} is not set.` : `${name} ${message}.`
}

/** The settings of a process from its environment. Throws a ConfigError; refuses a sandbox in production. */
export const configFrom = (given: NodeJS.ProcessEnv): Config => {
  const parsed = v.safeParse(environment, given, { abortEarly: true })
  if (!parsed.success) throw new ConfigError(refusal(parsed.issues[0], given))
  const set = parsed.output
  if (set.SANDBOX && set.NODE_ENV === 'production') throw new ConfigError('SANDBOX=1 is refused where NODE_ENV is production.')
  return {
    databaseUrl: set.DATABASE_URL,
    dataKeys: set.DATA_KEYS,
    hashKeys: set.HASH_KEYS,
    sessionKeys: set.SESSION_KEYS,
    ...platformsFrom(set),
    sandbox: set.SANDBOX,
    trustOpenidHeader: set.TRUST_WX_OPENID_HEADER,
    logLevel: set.LOG_LEVEL,
    allowedOrigins: set.ALLOWED_ORIGINS,
    trustedProxies: set.TRUSTED_PROXIES,
    rateLimit: { max: set.RATE_LIMIT, seconds: set.RATE_LIMIT_SECONDS },
  }
}
