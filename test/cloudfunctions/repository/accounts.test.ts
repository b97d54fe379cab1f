import { randomBytes } from 'node:crypto'
import type { Config } from '../../../cloudfunctions/runtime/config'
import { openServices, provideServices, type Services } from '../../../cloudfunctions/runtime/services'
import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { call, ok } from '../../support/record/citizen'
import { newcomer, visitor } from '../../support/record/visitor'

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterAll(() => record.close())

const known = (platformId: string, { repository }: Services = record.services) => repository.accounts.byPlatformId('alipay', platformId)
const rowOf = async (accountKey: string) => (await record.sql.query<{ sealed_platform_id: string | null; hash_key_id: string; begun_at: string }>(
  'select sealed_platform_id, hash_key_id, begun_at from account where account_key = $1', [accountKey])).rows[0]

test('a platform\'s id that comes at once many times has one account', async () => {
  const accounts = await atOnce(16, () => known('many'))
  expect(new Set(accounts.map(({ accountKey }) => accountKey)).size).toBe(1)
  expect(accounts[0]).toEqual({ accountKey: expect.any(String), epoch: 1, bound: false })
})

test('the id is kept sealed for its own account alone, and found by a hash', async () => {
  const { accountKey } = await known('an-id-to-look-for')
  const row = await rowOf(accountKey)
  expect(record.services.keys.open(row?.sealed_platform_id ?? '', accountKey)).toBe('an-id-to-look-for')
  const { rows } = await record.sql.query('select * from account')
  expect(JSON.stringify(rows)).not.toContain('an-id-to-look-for')
  expect(Math.abs(Number(row?.begun_at) - Date.now())).toBeLessThan(60_000)
})

test('an account of before ids were kept has its own from its next sign-in on', async () => {
  const { accountKey } = await known('an-older-one')
  await record.sql.query('update account set sealed_platform_id = null where account_key = $1', [accountKey])
  expect((await known('an-older-one')).accountKey).toBe(accountKey)
  expect(record.services.keys.open((await rowOf(accountKey))?.sealed_platform_id ?? '', accountKey)).toBe('an-older-one')
})

test('until then it signs in again before it is checked', async () => {
  const who = await visitor(record, 'wechat')
  await record.sql.query('update account set sealed_platform_id = null')
  const answer = await call('session/beginVerification', { subject: { purpose: 'bind', ...newcomer } }, who.token)
  expect(answer).toMatchObject({ ok: false, error: { code: 'notSignedIn' } })
})

describe('when the hash key is changed', () => {
  const next = { id: 'next', bytes: new Uint8Array(randomBytes(32)) }
  const keys = (): Pick<Config, 'hashKeys'> => ({ hashKeys: [next, ...record.services.config.hashKeys] })
  let rotated: Services
  beforeAll(() => {
    rotated = openServices({ ...record.services.config, ...keys() })
    provideServices(rotated)
  })
  afterAll(async () => {
    provideServices(record.services)
    await rotated.repository.close()
  })

  test('an account that was hashed by the former is found, and a new one is hashed by the new', async () => {
    const { accountKey } = await known('one-of-before')
    expect((await known('one-of-before', rotated)).accountKey).toBe(accountKey)
    expect((await rowOf((await known('one-of-after', rotated)).accountKey))?.hash_key_id).toBe('next')
  })

  test('a person whom the former hashed is bound to the same person, and their cards are seen', async () => {
    const who = await visitor(record, 'wechat')
    await ok(who.bind())
    expect((await ok(call('card/list', {}, who.token))).cards).toHaveLength(1)
  })

  test('a session that began before goes on', async () => {
    provideServices(record.services)
    const who = await visitor(record, 'wechat')
    provideServices(rotated)
    const { refreshToken } = await ok(call('session/refresh', { refreshToken: who.refreshToken }))
    await ok(call('session/refresh', { refreshToken: who.refreshToken }))
    await ok(call('session/refresh', { refreshToken }))
  })
})
