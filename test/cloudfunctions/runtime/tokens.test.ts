import { randomBytes } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { fromIso } from '@/domain/time'
import { clockSkewSeconds, tokenLifeSeconds, tokensFrom } from '../../../cloudfunctions/runtime/tokens'

const sessionKey = new Uint8Array(randomBytes(32))
const start = Date.UTC(2026, 0, 5, 1, 30)
let now = start
const tokens = tokensFrom({ sessionKey }, () => now)
const caller = { accountKey: 'account-1', channel: 'alipay' } as const
const second = 1000

beforeEach(() => { now = start })

const signed = (claims: Record<string, unknown>, key = sessionKey, issuer = 'lost-card') =>
  new SignJWT({ sub: 'account-1', channel: 'wechat', ...claims }).setProtectedHeader({ alg: 'HS256' }).setIssuer(issuer)
    .setExpirationTime(start / second + 60).sign(key)

test('a token says whose it is and which door it was given at, for half an hour', async () => {
  const { token, expiresAt } = await tokens.issue(caller)
  expect(await tokens.read(token)).toEqual(caller)
  expect(fromIso(expiresAt) - start).toBe(tokenLifeSeconds * second)
  expect(expiresAt).toMatch(/\+08:00$/)
})

test('it holds through the skew of two clocks after its end, and no longer', async () => {
  const { token } = await tokens.issue(caller)
  now = start + (tokenLifeSeconds + clockSkewSeconds - 1) * second
  expect(await tokens.read(token)).toEqual(caller)
  now = start + (tokenLifeSeconds + clockSkewSeconds) * second
  expect(await tokens.read(token)).toBeNull()
})

test('one from a machine whose clock is ahead is read', async () => {
  const { token } = await tokens.issue(caller)
  now = start - clockSkewSeconds * second
  expect(await tokens.read(token)).toEqual(caller)
})

test('one signed with another key, by another issuer or altered is nobody\'s', async () => {
  const { token } = await tokens.issue(caller)
  const [head, body, signature] = token.split('.')
  const forged = Buffer.from(JSON.stringify({ iss: 'lost-card', sub: 'account-2', channel: 'wechat', exp: start })).toString('base64url')
  expect(await tokens.read(await signed({}, new Uint8Array(randomBytes(32))))).toBeNull()
  expect(await tokens.read(await signed({}, sessionKey, 'elsewhere'))).toBeNull()
  expect(await tokens.read(`${head}.${forged}.${signature}`)).toBeNull()
  expect(await tokens.read(`${head}.${body}.`)).toBeNull()
})

test('one without a signature or an end, or with a door that is none, is nobody\'s', async () => {
  const endless = new SignJWT({ channel: 'wechat' }).setProtectedHeader({ alg: 'HS256' }).setIssuer('lost-card').setSubject('account-1')
  const unsigned = new UnsecuredJWT({ channel: 'wechat' }).setIssuer('lost-card').setSubject('account-1').setExpirationTime(start / second + 60)
  expect(await tokens.read(await signed({}))).toEqual({ accountKey: 'account-1', channel: 'wechat' })
  expect(await tokens.read(await endless.sign(sessionKey))).toBeNull()
  expect(await tokens.read(unsigned.encode())).toBeNull()
  expect(await tokens.read(await signed({ channel: 'counter' }))).toBeNull()
  expect(await tokens.read(await signed({ sub: undefined }))).toBeNull()
})

test.each(['', 'x', 'a.b.c', '示例'])('%p is nobody\'s', async (token) => {
  expect(await tokens.read(token)).toBeNull()
})
