import { provideServices } from '../../../cloudfunctions/runtime/services'
import { openRecord, type TestRecord } from '../../support/record'
import { atOnce } from '../../support/record/at-once'
import { call, ok, refused } from '../../support/record/citizen'
import { visitor, type Visitor } from '../../support/record/visitor'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
beforeAll(async () => { record = await openRecord() })
afterEach(() => provideServices(record.services))
afterAll(() => record.close())

const seconds = 1000
const days = 24 * 3600 * seconds
const refresh = (refreshToken: string) => call('session/refresh', { refreshToken })
const refusal = { code: 'notSignedIn', status: 401 }
const sessionOf = ({ refreshToken }: Pick<Visitor, 'refreshToken'>) => refreshToken.split('.')[1]
/** As if so many ms had gone by since. */
const age = (who: Pick<Visitor, 'refreshToken'>, ms: number) =>
  record.sql.query('update session set previous_until = previous_until - $2, expires_at = expires_at - $2 where session_id = $1', [sessionOf(who), ms])

test('the long token gets the next pair, and the next after that', async () => {
  const who = await visitor(record, 'alipay')
  const second = await ok(refresh(who.refreshToken))
  const third = await ok(refresh(second.refreshToken))
  expect(new Set([who.refreshToken, second.refreshToken, third.refreshToken]).size).toBe(3)
  for (const { token } of [second, third]) expect(await ok(call('session/account', {}, token))).toEqual({ bound: false })
})

test('what is given says whether the account is bound by then', async () => {
  const who = await visitor(record, 'wechat')
  await ok(who.bind())
  expect([who.bound, (await ok(refresh(who.refreshToken))).bound]).toEqual([false, true])
})

test('nothing of a secret is kept that could be read', async () => {
  const who = await visitor(record, 'wechat')
  const { refreshToken } = await ok(refresh(who.refreshToken))
  const { rows } = await record.sql.query('select * from session where session_id = $1', [sessionOf(who)])
  for (const token of [who.refreshToken, refreshToken]) expect(JSON.stringify(rows)).not.toContain(token.split('.')[2])
})

describe('one whose answer was lost', () => {
  test('may be used again for a minute, and gets a good pair each time', async () => {
    const who = await visitor(record, 'wechat')
    const lost = await ok(refresh(who.refreshToken))
    await age(who, 59 * seconds)
    const heard = await ok(refresh(who.refreshToken))
    expect(await ok(call('session/account', {}, heard.token))).toEqual({ bound: false })
    await ok(refresh(heard.refreshToken))
    await ok(refresh(lost.refreshToken))
  })

  test('asked many times at once still leaves one session', async () => {
    const who = await visitor(record, 'wechat')
    const answers = await atOnce(8, () => ok(refresh(who.refreshToken)))
    expect(new Set(answers.map(({ refreshToken }) => refreshToken)).size).toBe(1)
    await ok(refresh(answers[0]?.refreshToken ?? ''))
  })

  test.each([['at a minute', 60 * seconds], ['after it', 61 * seconds]])('%s is stolen: the session is at an end for everyone', async (_what, ms) => {
    const who = await visitor(record, 'wechat')
    const next = await ok(refresh(who.refreshToken))
    await age(who, ms)
    expect(await refused(refresh(who.refreshToken))).toEqual(refusal)
    expect(await refused(refresh(next.refreshToken))).toEqual(refusal)
  })

  test('counts no longer once the next pair was used', async () => {
    const who = await visitor(record, 'wechat')
    const second = await ok(refresh(who.refreshToken))
    const third = await ok(refresh(second.refreshToken))
    expect(await refused(refresh(who.refreshToken))).toEqual(refusal)
    expect(await refused(refresh(third.refreshToken))).toEqual(refusal)
  })
})

describe('a session lasts thirty days after its last use', () => {
  test.each([
    ['good a second before', 30 * days - seconds, 200],
    ['at an end then', 30 * days, 401],
    ['at an end a second after', 30 * days + seconds, 401],
  ])('%s', async (_what, ms, status) => {
    const who = await visitor(record, 'wechat')
    await age(who, ms)
    expect((await refresh(who.refreshToken)).status).toBe(status)
  })

  test('and is used by each refresh', async () => {
    const who = await visitor(record, 'wechat')
    await age(who, 20 * days)
    const { refreshToken } = await ok(refresh(who.refreshToken))
    await age(who, 20 * days)
    await ok(refresh(refreshToken))
  })
})

test('signing out ends this session, and no other of the account', async () => {
  const who = await visitor(record, 'wechat')
  const elsewhere = await visitor(record, 'wechat', who.platformId)
  expect(await ok(call('session/signOut', {}, who.token))).toEqual({})
  expect(await ok(call('session/signOut', {}, who.token))).toEqual({})
  expect(await refused(refresh(who.refreshToken))).toEqual(refusal)
  await ok(refresh(elsewhere.refreshToken))
})

test('an altered token, or another account\'s session, is nobody\'s', async () => {
  const [who, other] = [await visitor(record, 'wechat'), await visitor(record, 'wechat')]
  const [account, session, secret] = who.refreshToken.split('.')
  const [stranger] = other.refreshToken.split('.')
  for (const wrong of [`${stranger}.${session}.${secret}`, `${account}.none.${secret}`, 'x', 'a.b.c', `${account}.${session}`]) {
    expect(await refused(refresh(wrong))).toEqual(refusal)
  }
})

test('a session that was played goes on in the sandbox alone, as one that is played', async () => {
  const signIn = () => ok(call('session/signIn', { proof: { kind: 'sandbox', citizen: 'in-use', door: 'wechat' } }))
  const { refreshToken } = await ok(refresh((await signIn()).refreshToken))
  expect((await record.services.tokens.read((await ok(refresh(refreshToken))).token))?.played).toBe(true)
  const played = await signIn()
  provideServices({ ...record.services, config: { ...record.services.config, sandbox: false } })
  expect(await refused(refresh(played.refreshToken))).toEqual(refusal)
})
