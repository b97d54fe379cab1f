import { randomBytes } from 'node:crypto'

const key = (bytes: number) => `t:${randomBytes(bytes).toString('hex')}`

/** By what all hosts of one record run, with keys of its own. */
export const fleetSettings = (databaseUrl: string): Readonly<Record<string, string>> => ({
  DATABASE_URL: databaseUrl, DATA_KEYS: key(16), HASH_KEYS: key(32), SESSION_KEYS: key(32), RECEIPT_KEYS: key(32), AUDIT_KEYS: key(32),
  NODE_ENV: 'development', SANDBOX: '1', LOG_LEVEL: 'error', RATE_LIMIT: '100000000', CHECKS_PER_HOUR: '1000000',
})
