import type { Config } from '../../../cloudfunctions/runtime/config'
import { main as session } from '../../../cloudfunctions/session'
import { openRecord, type TestRecord } from '../../support/record'
import { call, citizen, newKey, ok, refused, type Citizen } from '../../support/record/citizen'
import { newcomer, visitor, type Visitor } from '../../support/record/visitor'

// many requests, on a machine that may be busy
jest.setTimeout(60_000)

let record: TestRecord
const open = async (over: Partial<Config> = {}) => { record = await openRecord(over) }
afterEach(() => record.close())

const second = 1000
const hour = 3600 * second
/** As if so many ms had gone by for what is counted. */
const age = (ms: number) => record.sql.query('update tries set expire = expire - $1', [ms])
const counted = async () => (await record.sql.query<{ key: string; points: number }>('select key, points from tries order by key')).rows

/** The code of a refusal, and in how many seconds to try again. */
const refusal = async (answer: ReturnType<typeof call>): Promise<[string, number] | 'answered'> => {
  const given = await answer
  return given.ok ? 'answered' : [given.error.code, given.error.details?.retryAfterSeconds ?? -1]
}

describe('after five checks of a person that failed', () => {
  const failing = async (person: Citizen, times: number) => {
    for (let time = 0; time < times; time += 1) await person.check('reportLoss', 'failed')
  }
  const begin = ({ token, cardId }: Citizen) => call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId } }, token)
  beforeEach(() => open())

  test('none begins for a day, at any door; others are not concerned', async () => {
    const person = await citizen('two-cards', 'wechat')
    await failing(person, 4)
    await person.check('reportLoss', 'cancelled')
    await person.check('reportLoss', 'pending')
    await person.check('reportLoss', 'failed')
    expect(await refused(begin(person))).toEqual({ code: 'tooManyChecks', status: 429 })
    const [code, seconds] = await refusal(begin(await citizen('two-cards', 'alipay', 1)))
    expect([code, Number(seconds) > 23 * 3600, Number(seconds) <= 24 * 3600]).toEqual(['tooManyChecks', true, true])
    await ok(begin(await citizen('in-use', 'wechat')))
  })

  test.each([
    ['a second before the day is over it is locked', 24 * hour - second, false],
    ['then it is not', 24 * hour, true],
    ['nor a second after', 24 * hour + second, true],
  ])('%s', async (_what, ms, begins) => {
    const person = await citizen('in-use', 'wechat')
    await failing(person, 5)
    // the clock stands, whatever this machine needs meanwhile
    const now = Date.now()
    const standing = jest.spyOn(Date, 'now').mockReturnValue(now)
    await record.sql.query('update tries set expire = $1', [now + 24 * hour - ms])
    expect((await begin(person)).ok).toBe(begins)
    standing.mockRestore()
  })

  test('a check that was begun before counts no less, and one that failed counts once', async () => {
    const person = await citizen('in-use', 'alipay')
    const { verificationId } = await ok(begin(person))
    for (let time = 0; time < 3; time += 1) await call('session/completeVerification', { verificationId, sandboxResult: 'failed' }, person.token)
    expect((await counted()).filter(({ key }) => key.startsWith('failed:')).map(({ points }) => points)).toEqual([1])
  })

  test('checks that were begun before can be tried no more, and pass no more; how one had ended stays', async () => {
    const person = await citizen('in-use', 'alipay')
    const [early, passed] = [(await ok(begin(person))).verificationId, await person.check('reportLoss')]
    await failing(person, 5)
    const complete = (verificationId: string) => call('session/completeVerification', { verificationId }, person.token)
    expect(await refused(complete(early))).toEqual({ code: 'tooManyChecks', status: 429 })
    expect((await ok(complete(passed))).result).toBe('passed')
  })

  test('nothing of a person is kept that could be read', async () => {
    const who = await visitor(record, 'wechat')
    await who.check({ purpose: 'bind', ...newcomer }, 'failed')
    expect(JSON.stringify(await counted())).not.toContain(newcomer.idNumber)
  })
})

describe('binding', () => {
  const claim = { purpose: 'bind', ...newcomer } as const
  const begin = ({ token }: Visitor, subject = claim) => call('session/beginVerification', { subject }, token)
  const fail = async (who: Visitor) => {
    for (let time = 0; time < 5; time += 1) await who.check(claim, 'failed')
  }
  beforeEach(() => open())

  test('five failures lock the account, whoever it claims to be', async () => {
    const who = await visitor(record, 'wechat')
    await fail(who)
    expect(await refused(begin(who, { ...claim, idNumber: '00000019850312001X' }))).toMatchObject({ code: 'tooManyChecks' })
  })

  test('and they lock claiming this person, by any account that has failed as well, but not the person\'s own cards', async () => {
    const owner = await visitor(record, 'alipay')
    await ok(owner.bind())
    await fail(await visitor(record, 'wechat'))
    const second = await visitor(record, 'wechat')
    await second.check(claim, 'failed')
    expect(await refused(begin(second))).toMatchObject({ code: 'tooManyChecks' })
    const [card] = (await ok(call('card/list', {}, owner.token))).cards
    await ok(call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId: card?.cardId ?? '' } }, owner.token))
  })

  test('nobody is locked out by those who claimed to be them: whoever has not failed binds', async () => {
    await fail(await visitor(record, 'wechat'))
    expect(await ok((await visitor(record, 'wechat')).bind())).toMatchObject({ already: false })
  })

  test('one try each, also of checks that were begun side by side', async () => {
    await fail(await visitor(record, 'wechat'))
    const who = await visitor(record, 'alipay')
    const { verificationId } = await ok(begin(who))
    await who.check(claim, 'failed')
    expect(await refused(call('session/completeVerification', { verificationId }, who.token))).toMatchObject({ code: 'tooManyChecks' })
  })
})

describe('an account begins so many checks an hour', () => {
  beforeEach(() => open({ checksPerHour: 3 }))

  test('and then waits, until the hour is over', async () => {
    const person = await citizen('in-use', 'wechat')
    const begin = () => call('session/beginVerification', { subject: { purpose: 'reportLoss', cardId: person.cardId } }, person.token)
    for (let time = 0; time < 3; time += 1) await ok(begin())
    const [code, seconds] = await refusal(begin())
    expect([code, Number(seconds) > 3500, Number(seconds) <= 3600]).toEqual(['tooManyRequests', true, true])
    await ok(call('session/beginVerification', { subject: { purpose: 'exportData' } }, (await citizen('in-use', 'alipay')).token))
    await age(hour)
    await ok(begin())
  })
})

describe('an address signs in so often', () => {
  const signInFrom = async (address: string | undefined, headers = {}) => {
    const httpContext = { url: '/session/refresh', httpMethod: 'POST', headers: { 'content-type': 'application/json', ...headers }, ...(address && { address }) }
    const answer = await session({ refreshToken: 'a.b.c' }, { httpContext })
    return 'statusCode' in answer ? answer.statusCode : 0
  }
  beforeEach(() => open({ rateLimit: { max: 2, seconds: 60 } }))

  test('and then waits; another address does not, nor one that is not known', async () => {
    expect([await signInFrom('203.0.113.7'), await signInFrom('203.0.113.7'), await signInFrom('203.0.113.7')]).toEqual([401, 401, 429])
    expect([await signInFrom('203.0.113.8'), await signInFrom(undefined), await signInFrom(undefined), await signInFrom(undefined)]).toEqual([401, 401, 401, 401])
    expect(JSON.stringify(await counted())).not.toContain('203.0.113')
    await age(60 * second)
    expect(await signInFrom('203.0.113.7')).toBe(401)
  })

  test('whatever a header says', async () => {
    const claiming = (address: string) => ({ 'x-forwarded-for': address, 'x-real-ip': address })
    expect([await signInFrom('203.0.113.7', claiming('1.1.1.1')), await signInFrom('203.0.113.7', claiming('1.1.1.2')), await signInFrom('203.0.113.7', claiming('1.1.1.3'))])
      .toEqual([401, 401, 429])
    expect(await signInFrom(undefined, claiming('203.0.113.7'))).toBe(401)
  })
})

describe('whoever guesses', () => {
  beforeEach(() => open())
  const guess = ({ token }: Citizen) => call('card/get', { cardId: newKey() }, token)

  test('thirty times an hour finds nothing more, not even their own', async () => {
    const [person, other] = [await citizen('in-use', 'wechat'), await citizen('locked', 'wechat')]
    for (let time = 0; time < 30; time += 1) expect(await refused(guess(person))).toMatchObject({ code: 'notFound' })
    expect((await call('card/get', { cardId: person.cardId }, person.token)).ok).toBe(true)
    const [code, seconds] = await refusal(guess(person))
    expect([code, Number(seconds) > 3500, Number(seconds) <= 3600]).toEqual(['tooManyRequests', true, true])
    expect(await refused(call('card/get', { cardId: person.cardId }, person.token))).toEqual({ code: 'tooManyRequests', status: 429 })
    expect((await call('card/get', { cardId: other.cardId }, other.token)).ok).toBe(true)
  })

  test('an ordinary request counts nothing', async () => {
    const person = await citizen('in-use', 'wechat')
    const before = await counted()
    await ok(call('card/list', {}, person.token))
    await ok(call('card/get', { cardId: person.cardId }, person.token))
    await ok(call('card/history', { cardId: person.cardId }, person.token))
    await ok(call('session/account', {}, person.token))
    expect(await counted()).toEqual(before)
  })
})
