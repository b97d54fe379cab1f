import { randomBytes } from 'node:crypto'
import { SignJWT, UnsecuredJWT } from 'jose'
import { fromIso } from '@/domain/time'
import { clockSkewSeconds, tokenLifeSeconds, tokensFrom } from '../../../cloudfunctions/runtime/tokens'

const key = (id: string) => ({ id, bytes: new Uint8Array(randomBytes(32)) })
const own = key('s1')
const start = Date.UTC(2026, 0, 5, 1, 30)
let now = start
const tokensBy = (...sessionKeys: (typeof own)[]) => tokensFrom({ sessionKeys }, () => now)
const tokens = tokensBy(own)
const caller = { accountKey: 'account-1', epoch: 3, channel: 'alipay', played: true, sessionId: 'session-1' } as const
const second = 1000

beforeEach(() => { now = start })

const claims = { sub: 'account-1', epoch: 3, channel: 'wechat', played: false }
const signed = (over: Record<string, unknown>, { bytes, kid = own.id, issuer = 'lost-card' }: { bytes?: Uint8Array; kid?: string; issuer?: string } = {}) =>
  new SignJWT({ ...claims, ...over }).setProtectedHeader({ alg: 'HS256', kid }).setIssuer(issuer)
    .setExpirationTime(start / second + 60).sign(bytes ?? own.bytes)

test('a token says whose it is, in which epoch and session, and which door it was given at, for half an hour', async () => {
  const { token, expiresAt } = await tokens.issue(caller)
  expect(await tokens.read(token)).toEqual(caller)
  expect(fromIso(expiresAt) - start).toBe(tokenLifeSeconds * second)
  expect(expiresAt).toMatch(/\+08:00$/)
})

test('one of a session that ends sooner ends with it, and one of a session that lasts longer as early as any', async () => {
  const atTerminal = { ...caller, channel: 'terminal', played: false } as const
  const { token, expiresAt } = await tokens.issue(atTerminal, start + 10 * 60 * second)
  expect([await tokens.read(token), fromIso(expiresAt) - start]).toEqual([atTerminal, 10 * 60 * second])
  expect(fromIso((await tokens.issue(caller, start + 2 * tokenLifeSeconds * second)).expiresAt) - start).toBe(tokenLifeSeconds * second)
})

test('one without a session is whole all the same', async () => {
  expect(await tokens.read(await signed({}))).toEqual({ accountKey: 'account-1', epoch: 3, channel: 'wechat', played: false })
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

describe('when the key is changed', () => {
  const next = key('s2')
  const both = tokensBy(next, own)

  test('what the former one signed is read, and the new one signs', async () => {
    expect(await both.read((await tokens.issue(caller)).token)).toEqual(caller)
    const { token } = await both.issue(caller)
    expect(await tokensBy(next).read(token)).toEqual(caller)
    expect(await tokens.read(token)).toBeNull()
  })

  test('a server that knows the new one, and signs by the former one still, reads both', async () => {
    const early = tokensBy(own, next)
    expect(await early.read((await both.issue(caller)).token)).toEqual(caller)
    expect(await tokens.read((await early.issue(caller)).token)).toEqual(caller)
  })

  test('once the former one is removed, what it signed is nobody\'s', async () => {
    expect(await tokensBy(next).read((await tokens.issue(caller)).token)).toBeNull()
  })

  test('a token counts by the key it names, and by no other', async () => {
    expect(await both.read(await signed({}, { kid: next.id }))).toBeNull()
    expect(await both.read(await signed({}, { kid: 'none' }))).toBeNull()
  })
})

test('one signed with another key, by another issuer or altered is nobody\'s', async () => {
  const { token } = await tokens.issue(caller)
  const [head, body, signature] = token.split('.')
  const forged = Buffer.from(JSON.stringify({ ...claims, iss: 'lost-card', sub: 'account-2', exp: start })).toString('base64url')
  expect(await tokens.read(await signed({}, { bytes: new Uint8Array(randomBytes(32)) }))).toBeNull()
  expect(await tokens.read(await signed({}, { issuer: 'elsewhere' }))).toBeNull()
  expect(await tokens.read(`${head}.${forged}.${signature}`)).toBeNull()
  expect(await tokens.read(`${head}.${body}.`)).toBeNull()
})

test('one without a signature, an end or a key\'s name is nobody\'s', async () => {
  const endless = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: own.id }).setIssuer('lost-card')
  const nameless = new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).setIssuer('lost-card').setExpirationTime(start / second + 60)
  const unsigned = new UnsecuredJWT(claims).setIssuer('lost-card').setExpirationTime(start / second + 60)
  expect(await tokens.read(await endless.sign(own.bytes))).toBeNull()
  expect(await tokens.read(await nameless.sign(own.bytes))).toBeNull()
  expect(await tokens.read(unsigned.encode())).toBeNull()
})

test('one signed by another algorithm, or whose head says more than ours does, is nobody\'s, though the key is right', async () => {
  const by = (head: { readonly alg: string; readonly [name: string]: unknown }) =>
    new SignJWT(claims).setProtectedHeader({ kid: own.id, ...head }).setIssuer('lost-card').setExpirationTime(start / second + 60).sign(own.bytes)
  expect(await tokens.read(await by({ alg: 'HS256' }))).not.toBeNull()
  expect(await tokens.read(await by({ alg: 'HS512' }))).toBeNull()
  expect(await tokens.read(await by({ alg: 'HS256', typ: 'JWT' }))).toBeNull()
  expect(await tokens.read(`${await by({ alg: 'HS256' })}.`)).toBeNull()
})

test.each([{ channel: 'counter' }, { sub: undefined }, { epoch: undefined }, { epoch: '3' }, { played: undefined }])('one that says %p is nobody\'s', async (over) => {
  expect(await tokens.read(await signed(over))).toBeNull()
})

test.each(['', 'x', 'a.b.c', '示例'])('%p is nobody\'s', async (token) => {
  expect(await tokens.read(token)).toBeNull()
})

test('without a key nothing is signed', () => {
  expect(() => tokensBy()).toThrow('at least one')
})
