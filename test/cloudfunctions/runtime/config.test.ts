import { configFrom } from '../../../cloudfunctions/runtime/config'
import { ConfigError } from '../../../cloudfunctions/runtime/config-error'

const data = 'a1'.repeat(16)
const hash = 'b2'.repeat(32)
const session = 'c3'.repeat(32)
const environment = { DATABASE_URL: 'postgres://someone:secret@db/lost_card', DATA_KEYS: `d1:${data}`, HASH_KEYS: `h1:${hash}`, SESSION_KEYS: `s1:${session}` }

const refusal = async (over: NodeJS.ProcessEnv): Promise<string> => {
  try {
    await configFrom({ ...environment, ...over })
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown.message
    throw thrown
  }
  throw new Error('expected a refusal')
}

test('what is not set has a safe value', async () => {
  expect(await configFrom(environment)).toMatchObject({
    databaseUrl: environment.DATABASE_URL, sandbox: false, trustOpenidHeader: false, logLevel: 'info', allowedOrigins: [], trustedProxies: [],
    rateLimit: { max: 300, seconds: 60 }, checksPerHour: 20,
  })
})

test('lists are read in order, the first key being the current one', async () => {
  const config = await configFrom({ ...environment, DATA_KEYS: `d2:${'ff'.repeat(16)}, d1:${data}`, ALLOWED_ORIGINS: 'http://a.test, http://b.test' })
  expect(config.dataKeys.map(({ id }) => id)).toEqual(['d2', 'd1'])
  expect(config.dataKeys[1]?.bytes).toEqual(new Uint8Array(16).fill(0xa1))
  expect(config.allowedOrigins).toEqual(['http://a.test', 'http://b.test'])
})

test('receipts are signed by the first key, and may still be checked by the public half of another', async () => {
  const { receiptKeys } = await configFrom({ ...environment, RECEIPT_KEYS: `r2:${session},r1:04${session}${session}` })
  expect(receiptKeys.map(({ id, bytes }) => [id, bytes.length])).toEqual([['r2', 32], ['r1', 65]])
  expect((await configFrom(environment)).receiptKeys).toEqual([])
})

test('switches are on only at 1', async () => {
  expect(await configFrom({ ...environment, SANDBOX: '1', TRUST_WX_OPENID_HEADER: '1' })).toMatchObject({ sandbox: true, trustOpenidHeader: true })
  expect(await configFrom({ ...environment, SANDBOX: '0', TRUST_WX_OPENID_HEADER: '0' })).toMatchObject({ sandbox: false, trustOpenidHeader: false })
})

test.each([
  ['DATABASE_URL', undefined, 'DATABASE_URL is not set.'],
  ['DATABASE_URL', 'mysql://x', 'DATABASE_URL must be a postgres:// address.'],
  ['DATA_KEYS', undefined, 'DATA_KEYS is not set.'],
  ['DATA_KEYS', '', 'DATA_KEYS must name at least one key as id:hex.'],
  ['DATA_KEYS', data, 'DATA_KEYS must name each key as id:hex.'],
  ['DATA_KEYS', `d 1:${data}`, 'DATA_KEYS has a key id that is not 1 to 16 letters, digits, _ or -.'],
  ['DATA_KEYS', `d1:${hash}`, 'DATA_KEYS must be 16 bytes in hex.'],
  ['DATA_KEYS', `d1:${data},d1:${'00'.repeat(16)}`, 'DATA_KEYS names a key id twice.'],
  ['HASH_KEYS', undefined, 'HASH_KEYS is not set.'],
  ['HASH_KEYS', `h1:${data}`, 'HASH_KEYS must be 32 bytes in hex.'],
  ['SESSION_KEYS', undefined, 'SESSION_KEYS is not set.'],
  ['SESSION_KEYS', session, 'SESSION_KEYS must name each key as id:hex.'],
  ['SESSION_KEYS', 's1:c3c3', 'SESSION_KEYS must be 32 bytes or more in hex.'],
  ['RECEIPT_KEYS', 'r1:c3c3', 'RECEIPT_KEYS must be a private key of 32 bytes or a public one of 65 in hex.'],
  ['RECEIPT_KEYS', `r2:04${session}${session},r1:${session}`, 'RECEIPT_KEYS must begin with a private key.'],
  ['AUDIT_KEYS', 'a1:c3c3', 'AUDIT_KEYS must be a private key of 32 bytes or a public one of 65 in hex.'],
  ['AUDIT_MINUTES', '0', 'AUDIT_MINUTES must be a whole number above zero.'],
  ['SANDBOX', 'yes', 'SANDBOX must be 0 or 1.'],
  ['TRUST_WX_OPENID_HEADER', 'true', 'TRUST_WX_OPENID_HEADER must be 0 or 1.'],
  ['LOG_LEVEL', 'loud', 'LOG_LEVEL must be a level of pino.'],
  ['RATE_LIMIT', '0', 'RATE_LIMIT must be a whole number above zero.'],
  ['RATE_LIMIT_SECONDS', '1.5', 'RATE_LIMIT_SECONDS must be a whole number above zero.'],
  ['CHECKS_PER_HOUR', '-1', 'CHECKS_PER_HOUR must be a whole number above zero.'],
])('%s %p: "%s"', async (name, value, sentence) => {
  expect(await refusal({ [name]: value })).toBe(sentence)
})

test('a sandbox is refused in production, and nowhere else', async () => {
  expect(await refusal({ SANDBOX: '1', NODE_ENV: 'production' })).toContain('SANDBOX=1 is refused where NODE_ENV is production.')
  expect((await configFrom({ ...environment, RECEIPT_KEYS: `r1:${session}`, AUDIT_KEYS: `a1:${session}`, NODE_ENV: 'production' })).sandbox).toBe(false)
  expect((await configFrom({ ...environment, SANDBOX: '1', NODE_ENV: 'development' })).sandbox).toBe(true)
})

test('all that is wrong is said at once, and no value of it', async () => {
  const said = await refusal({
    DATABASE_URL: undefined, NODE_ENV: 'production', SANDBOX: '1', RATE_LIMIT: 'many', LOG_LEVEL: 'loud', DATA_KEYS: 'd1:c3c3', ALIPAY_APP_ID: '2021', SMS_URL: 'http://sms.example',
  })
  expect(said.split('\n')).toEqual([
    'DATABASE_URL is not set.', 'LOG_LEVEL must be a level of pino.', 'RATE_LIMIT must be a whole number above zero.',
    'ALIPAY_PRIVATE_KEY is not set, though ALIPAY_APP_ID is.', 'ALIPAY_PUBLIC_KEY is not set, though ALIPAY_APP_ID is.', 'SMS_URL must be an https:// address.',
    'DATA_KEYS must be 16 bytes in hex.', 'RECEIPT_KEYS is not set.', 'AUDIT_KEYS is not set.', 'SANDBOX=1 is refused where NODE_ENV is production.',
  ])
})
