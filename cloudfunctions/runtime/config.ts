import * as v from 'valibot'
import { ConfigError, together } from './config-error'
import { separated, type KeySet } from './key-list'
import { keyProviderFrom, type KeyProvider } from './key-provider'
import { messageSettings, messagesFrom, type MessageConfig } from './message-config'
import { platformSettings, platformsFrom, type PlatformConfig } from './platform-config'

const flag = v.pipe(v.optional(v.picklist(['0', '1'], 'must be 0 or 1'), '0'), v.transform((value) => value === '1'))
const whole = (fallback: string) =>
  v.pipe(v.optional(v.string(), fallback), v.regex(/^[1-9]\d{0,8}$/, 'must be a whole number above zero'), v.transform(Number))

/** The settings that are read here, and not in a file of their own. */
export const environment = v.object({
  DATABASE_URL: v.pipe(v.string(), v.regex(/^postgres(?:ql)?:\/\//, 'must be a postgres:// address')),
  SANDBOX: flag,
  NODE_ENV: v.optional(v.string()),
  TRUST_WX_OPENID_HEADER: flag,
  LOG_LEVEL: v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], 'must be a level of pino'), 'info'),
  ALLOWED_ORIGINS: v.optional(separated, ''),
  TRUSTED_PROXIES: v.optional(separated, ''),
  RATE_LIMIT: whole('300'),
  RATE_LIMIT_SECONDS: whole('60'),
  CHECKS_PER_HOUR: whole('20'),
  AUDIT_MINUTES: whole('60'),
})

export interface Config extends PlatformConfig, KeySet {
  readonly databaseUrl: string
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
  /** Identity checks one account may begin. */
  readonly checksPerHour: number
  /** Minutes between two signed heads of the record. */
  readonly auditMinutes: number
  readonly messages: MessageConfig
}

const refusal = ({ path, message }: v.BaseIssue<unknown>, given: NodeJS.ProcessEnv) => {
  const name = String(path?.[0]?.key)
  return given[name] === undefined ? `${name} is not set.` : `${name} ${message}.`
}

/** A schema's settings, or a ConfigError of all that is wrong with them. */
export const readSettings = <Schema extends v.GenericSchema>(schema: Schema, given: NodeJS.ProcessEnv): v.InferOutput<Schema> => {
  const parsed = v.safeParse(schema, given, { abortPipeEarly: true })
  if (!parsed.success) throw new ConfigError(...parsed.issues.map((issue) => refusal(issue, given)))
  return parsed.output
}

const refuseSandbox = ({ SANDBOX, NODE_ENV }: NodeJS.ProcessEnv): void => {
  if (SANDBOX === '1' && NODE_ENV === 'production') throw new ConfigError('SANDBOX=1 is refused where NODE_ENV is production.')
}

const isSetUp = ({ WECHAT_APP_ID: wechat, ALIPAY_APP_ID: alipay }: NodeJS.ProcessEnv) => ({ wechat: Boolean(wechat), alipay: Boolean(alipay) })

/** What has to be waited for, as a reading of what came of it. */
export const readingOf = <T>(ask: () => Promise<T>): Promise<() => T> => ask().then((value) => () => value, (thrown: unknown) => () => { throw thrown })

/**
 * The settings of a process from its environment, with the keys of its provider. Throws a ConfigError that says everything that is wrong;
 * refuses a sandbox in production.
 */
export const configFrom = async (given: NodeJS.ProcessEnv, provider?: KeyProvider): Promise<Config> => {
  const keysRead = await readingOf(async () => (provider ?? keyProviderFrom(given)).keys())
  const [set, platforms, messages, keys] = together(
    () => readSettings(environment, given),
    () => platformsFrom(readSettings(v.object(platformSettings), given)),
    () => messagesFrom(readSettings(v.object(messageSettings), given), isSetUp(given)),
    keysRead,
    () => refuseSandbox(given),
  )
  return {
    databaseUrl: set.DATABASE_URL,
    ...keys,
    ...platforms,
    messages,
    sandbox: set.SANDBOX,
    trustOpenidHeader: set.TRUST_WX_OPENID_HEADER,
    logLevel: set.LOG_LEVEL,
    allowedOrigins: set.ALLOWED_ORIGINS,
    trustedProxies: set.TRUSTED_PROXIES,
    rateLimit: { max: set.RATE_LIMIT, seconds: set.RATE_LIMIT_SECONDS },
    checksPerHour: set.CHECKS_PER_HOUR,
    auditMinutes: set.AUDIT_MINUTES,
  }
}
