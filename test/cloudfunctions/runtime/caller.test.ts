import type { Caller } from '../../../cloudfunctions/runtime/caller'
import type { Services } from '../../../cloudfunctions/runtime/services'
import { tokensFrom } from '../../../cloudfunctions/runtime/tokens'
import { demoPlatformId } from '../../../cloudfunctions/session/demo-citizens'
import { openRecord, type TestRecord } from '../../support/record'
import { cardFunction, isHttp, overHttp } from './functions'

let record: TestRecord
let accountKey: string
const openid = demoPlatformId('wechat', 'in-use')
const known = (platformId: string) => record.services.repository.accounts.byPlatformId('wechat', platformId)

beforeAll(async () => {
  record = await openRecord()
  accountKey = (await known(openid)).accountKey
})
afterAll(() => record.close())
beforeEach(() => { delete process.env.WX_OPENID })
afterAll(() => { delete process.env.WX_OPENID })

/** Who an operation for citizens finds calling, or the code with which the call is refused. */
const calledBy = async (event: unknown, context: unknown, over: Partial<Services['config']> = {}): Promise<Caller | string> => {
  const seen: Caller[] = []
  const services = { ...record.services, config: { ...record.services.config, ...over } }
  const main = cardFunction(async (_request, { caller }) => { seen.push(caller); return { cards: [] } }, () => services)
  const answer = await main(event, context)
  const reply = isHttp(answer) ? (JSON.parse(answer.body) as { error?: { code: string } }) : answer
  return seen[0] ?? ('error' in reply ? (reply.error?.code ?? '') : '')
}
const event = { operation: 'list' }
const http = (headers: Record<string, string>) => overHttp('/card/list', headers)
const played = { accountKey: 'account-1', epoch: 2, channel: 'alipay', played: true, sessionId: 'session-1' } as const
const token = async (at = Date.now()) => (await tokensFrom(record.services.config, () => at).issue(played)).token
/** Whom an OPENID stands for. */
const byOpenid = { epoch: 1, channel: 'wechat', played: false }

test('over HTTP the bearer of a token, at the door it was given at', async () => {
  expect(await calledBy({}, http({ authorization: `Bearer ${await token()}` }))).toEqual(played)
  expect(await calledBy({}, http({ authorization: `bearer  ${await token()}` }))).toEqual(played)
})

test('outside the sandbox nobody is played, whatever was signed in it', async () => {
  expect(await calledBy({}, http({ authorization: `Bearer ${await token()}` }), { sandbox: false })).toBe('notSignedIn')
})

test('over HTTP nobody without a token, with one out of time, or with another scheme', async () => {
  expect(await calledBy({}, http({}))).toBe('notSignedIn')
  expect(await calledBy({}, http({ authorization: `Bearer ${await token(Date.now() - 3_600_000)}` }))).toBe('notSignedIn')
  expect(await calledBy({}, http({ authorization: `Basic ${await token()}` }))).toBe('notSignedIn')
})

test('inside WeChat\'s cloud the account of its OPENID', async () => {
  process.env.WX_OPENID = openid
  expect(await calledBy(event, {})).toEqual({ ...byOpenid, accountKey })
})

test('an OPENID that comes for the first time has an account of its own from then on', async () => {
  process.env.WX_OPENID = 'a-newcomer'
  const caller = await calledBy(event, {})
  expect(caller).toEqual({ ...byOpenid, accountKey: expect.not.stringMatching(accountKey) })
  expect(await calledBy(event, {})).toEqual(caller)
})

test('no OPENID is nobody', async () => {
  process.env.WX_OPENID = ''
  expect(await calledBy(event, {})).toBe('notSignedIn')
  delete process.env.WX_OPENID
  expect(await calledBy(event, {})).toBe('notSignedIn')
})

test('the process\'s OPENID is never read over HTTP, where one process serves many people', async () => {
  process.env.WX_OPENID = openid
  expect(await calledBy({}, http({}))).toBe('notSignedIn')
})

test('what an event says of its caller proves nothing', async () => {
  expect(await calledBy({ ...event, userInfo: { openId: openid } }, {})).toBe('notSignedIn')
  expect(await calledBy({ ...event, accountKey }, {})).toBe('notSignedIn')
})

test('an OPENID in a header counts only where it is explicitly trusted', async () => {
  expect(await calledBy({}, http({ 'x-wx-openid': openid }))).toBe('notSignedIn')
  expect(await calledBy({}, http({ 'x-wx-openid': openid }), { trustOpenidHeader: true })).toEqual({ ...byOpenid, accountKey })
})

test('a token that is refused is not made up for by a header', async () => {
  expect(await calledBy({}, http({ authorization: 'Bearer x', 'x-wx-openid': openid }), { trustOpenidHeader: true })).toBe('notSignedIn')
})
