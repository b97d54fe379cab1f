import { randomBytes } from 'node:crypto'
import type { Config } from '../../../cloudfunctions/runtime/config'

const key = (bytes: number) => ({ id: 'test', bytes: new Uint8Array(randomBytes(bytes)) })

/** The settings of a test's process: keys of its own, in the sandbox unless told otherwise; no platform is set up. */
export const testConfig = (databaseUrl: string, over: Partial<Config> = {}): Config => ({
  databaseUrl,
  dataKeys: [key(16)],
  hashKeys: [key(32)],
  sessionKeys: [key(32)],
  receiptKeys: [key(32)],
  auditKeys: [key(32)],
  wechat: null,
  alipay: null,
  messages: { wechat: {}, alipay: {}, sms: null },
  sandbox: true,
  trustOpenidHeader: false,
  logLevel: 'silent',
  allowedOrigins: [],
  trustedProxies: [],
  rateLimit: { max: 1_000_000, seconds: 60 },
  checksPerHour: 1_000_000,
  auditMinutes: 60,
  ...over,
})
