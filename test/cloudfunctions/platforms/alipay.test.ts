import { once } from 'node:events'
import { createServer } from 'node:http'
import { phoneSaid } from '../../../src/contract/session'
import { openPlatforms } from '../../../cloudfunctions/platforms'
import type { AlipayConfig } from '../../../cloudfunctions/runtime/platform-config'
import { garbage } from '../../support/platforms'
import { alipayKeys, privateLine } from '../../support/platforms/alipay/keys'
import { asked, nobody, openStage, person, thrownBy, type Stage } from './stage'

let stage: Stage
beforeAll(async () => { stage = await openStage() })
afterEach(() => stage.played.alipay.give('open_id'))
afterAll(() => stage.close())

const methods = { signIn: 'alipay.system.oauth.token', begin: 'alipay.user.certify.open.initialize', ask: 'alipay.user.certify.open.query' } as const
const login = () => stage.played.play.login('alipay', 'citizen-a')
const signIn = async () => stage.instance().alipay.signIn(await login())
const begin = (who = person) => stage.instance().alipay.beginCheck(who, 'citizen-a')
const ask = (check: Parameters<typeof asked>[0], phone: (typeof phoneSaid)[number] = 'finished') => stage.instance().alipay.askCheck(asked(check, 'citizen-a', { phone }))
const withSettings = (over: Partial<AlipayConfig>, limitMs?: number) => {
  const { alipay } = openPlatforms({ wechat: null, alipay: { ...stage.played.config.alipay, ...over } }, { token: async () => '' }, limitMs)
  if (!alipay) throw new Error('it is set up')
  return alipay
}
const nothingPersonal = (thrown: Error) => expect(`${thrown.stack}${JSON.stringify(thrown)}`).not.toMatch(/示例|5101001990|citizen-a|sign=/)

const unheard = [
  ['Alipay is away', { error: 'isp.unknow-error' }],
  ['Alipay\'s gateway is away', { error: 'aop.unknow-error' }],
  ['we ask too often', { error: 'isv.app-call-limited' }],
  ['no JSON', garbage],
  ['JSON of another shape', { altered: (): string => '{"code":"10000"}' }],
  ['500', { status: 500 }],
] as const

const tamperings = [
  ['another signature', (body: string) => body.replace(/"sign":"..../, '"sign":"AAAA')],
  ['no signature', (body: string) => body.replace(/,"sign":"[^"]+"/, '')],
  ['an empty signature', (body: string) => body.replace(/"sign":"[^"]+"/, '"sign":""')],
] as const

describe('signing in', () => {
  test.each([['open_id', 'citizen-a'], ['user_id', 'citizen-a'], ['both', 'citizen-a']] as const)('an application that is given %s', async (ids, id) => {
    stage.played.alipay.give(ids)
    expect(await signIn()).toBe(id)
  })

  test('a code that is used, unknown or old proves nothing', async () => {
    const { alipay } = stage.instance()
    const used = await login()
    await alipay.signIn(used)
    const old = await login()
    stage.wait(5 * 60_000)
    for (const code of [used, old, 'never-given']) expect(await thrownBy(alipay.signIn(code))).toMatchObject({ name: 'RequestError', code: 'proofRefused' })
  })

  test.each(unheard)('busy: %s', async (_what, fault) => {
    stage.played.alipay.next(methods.signIn, fault)
    expect(await thrownBy(signIn())).toMatchObject({ name: 'RequestError', code: 'busy' })
  })

  test('a connection that is cut is tried once more, and then busy', async () => {
    stage.played.alipay.next(methods.signIn, 'cutBefore')
    expect(await signIn()).toBe('citizen-a')
    for (const cut of ['cutBefore', 'cutBefore'] as const) stage.played.alipay.next(methods.signIn, cut)
    expect(await thrownBy(signIn())).toMatchObject({ code: 'busy' })
  })

  test('a code that Alipay took before the connection was cut proves nothing the second time', async () => {
    stage.played.alipay.next(methods.signIn, 'cutAfter')
    expect(await thrownBy(signIn())).toMatchObject({ code: 'proofRefused' })
  })

  test('busy: a signed answer that names nobody', async () => {
    stage.played.alipay.next(methods.signIn, { fields: { access_token: 'a' } })
    expect(await thrownBy(signIn())).toMatchObject({ code: 'busy' })
  })

  test('busy: no answer in time', async () => {
    const code = await login()
    const held = stage.played.alipay.hold(methods.signIn)
    const answer = thrownBy(stage.instance(100).alipay.signIn(code))
    await held.arrived
    expect(await answer).toMatchObject({ code: 'busy' })
    held.release()
  })

  test('busy: an answer that comes drop by drop', async () => {
    const dripping = createServer((_request, response) => {
      const timer = setInterval(() => response.write(' '), 10)
      response.on('close', () => clearInterval(timer))
    })
    await once(dripping.listen(0, '127.0.0.1'), 'listening')
    const address = dripping.address()
    if (address === null || typeof address === 'string') throw new Error('it listens at a port')
    expect(await thrownBy(withSettings({ gateway: `http://127.0.0.1:${address.port}/gateway.do` }, 100).signIn('a-code'))).toMatchObject({ code: 'busy' })
    dripping.closeAllConnections()
    dripping.close()
  })

  test.each([...tamperings, ['another id', (body: string) => body.replace('citizen-a', 'citizen-b')] as const])('an answer with %s is not Alipay\'s: a fault', async (_what, altered) => {
    stage.played.alipay.next(methods.signIn, { altered })
    const thrown = await thrownBy(signIn())
    expect(thrown).toMatchObject({ name: 'PlatformFault', code: 'alipay:signature' })
    nothingPersonal(thrown)
  })

  test.each([
    ['beside the one that is signed', 'alipay:signature', (body: string) => `${body.slice(0, -1)},"alipay_system_oauth_token_response":{"open_id":"citizen-b"}}`],
    ['in what is called an error', 'busy', () => '{"error_response":{"open_id":"citizen-b"},"sign":"AAAA"}'],
  ] as const)('another person %s signs nobody in', async (_what, code, altered) => {
    stage.played.alipay.next(methods.signIn, { altered })
    expect(await thrownBy(signIn())).toMatchObject({ code })
  })

  test.each([
    ['isv.insufficient-isv-permissions', 'check what the application is permitted'],
    ['isv.invalid-app-id', 'check ALIPAY_APP_ID'],
    ['isv.grant-type-invalid', 'check Alipay\'s list of errors'],
  ] as const)('%s is a fault that says where to look', async (error, advice) => {
    stage.played.alipay.next(methods.signIn, { error })
    expect(await thrownBy(signIn())).toMatchObject({ code: `alipay:${error}`, message: `alipay answers ${error}: ${advice}.` })
  })
})

test('the application\'s key is taken in its older form too', async () => {
  const privateKey = alipayKeys().application.privateKey.export({ format: 'der', type: 'pkcs1' }).toString('base64')
  expect(await withSettings({ privateKey }).signIn(await login())).toBe('citizen-a')
})

describe('wrong settings are faults', () => {
  test('another application', async () => {
    expect(await thrownBy(withSettings({ appId: '2021000000000009' }).signIn(await login()))).toMatchObject({ code: 'alipay:isv.invalid-app-id' })
  })

  test('a key that is not the application\'s: Alipay quotes what was sent, and we do not', async () => {
    const thrown = await thrownBy(withSettings({ privateKey: privateLine(alipayKeys().platform) }).beginCheck(person, 'citizen-a'))
    expect(thrown).toMatchObject({ code: 'alipay:isv.invalid-signature', message: 'alipay answers isv.invalid-signature: check ALIPAY_PRIVATE_KEY.' })
    nothingPersonal(thrown)
  })

  test.each([{ publicKey: 'bm8ga2V5' }, { privateKey: 'bm8ga2V5' }])('what is no key: %j', async (over) => {
    expect(await thrownBy(withSettings(over).beginCheck(person, 'citizen-a'))).toMatchObject({ name: 'PlatformFault', code: 'alipay:signature' })
  })
})

describe('a face check', () => {
  test('has a number of ours, Alipay\'s own, and a signed page for the phone with no person in it', async () => {
    const { outerNumber, ticket, challenge } = await begin()
    expect(outerNumber).toMatch(/^[0-9A-Za-z]{1,32}$/)
    expect(challenge).toMatchObject({ provider: 'alipay', certifyId: ticket })
    const address = 'url' in challenge ? decodeURIComponent(challenge.url) : ''
    expect(address).toContain(`${stage.played.config.alipay.gateway}?method=alipay.user.certify.open.certify`)
    expect(address).not.toMatch(/示例|5101001990|citizen-a/)
  })

  test('is opened on the phone by the page that was signed for it, and by no other', async () => {
    const [check, other] = [await begin(), await begin()]
    const { challenge } = check
    if (challenge.provider !== 'alipay' || other.challenge.provider !== 'alipay') throw new Error('it is Alipay\'s')
    for (const url of [other.challenge.url, challenge.url.replace('2021', '2022'), 'no address']) {
      await expect(stage.played.play.face({ ...challenge, url }, 'passed')).rejects.toThrow('notPlayed: signature')
    }
    await stage.played.play.face(challenge, 'passed')
    expect(await ask(check)).toBe('passed')
  })

  test.each([
    ['passed', { finished: 'passed', cancelled: 'passed', unsure: 'passed' }],
    ['failed', { finished: 'failed', cancelled: 'cancelled', unsure: 'pending' }],
    ['cancelled', { finished: 'failed', cancelled: 'cancelled', unsure: 'pending' }],
    ['pending', { finished: 'failed', cancelled: 'cancelled', unsure: 'pending' }],
  ] as const)('that ended as %s is answered so, whatever the phone says', async (outcome, answers) => {
    const check = await begin()
    await stage.played.play.face(check.challenge, outcome)
    for (const phone of phoneSaid) expect([phone, await ask(check, phone)]).toEqual([phone, answers[phone]])
  })

  test('of an ID number that cannot be does not pass', async () => {
    const check = await begin(nobody)
    await stage.played.play.face(check.challenge, 'passed')
    expect(await ask(check)).toBe('failed')
  })

  const passed = async () => {
    const check = await begin()
    await stage.played.play.face(check.challenge, 'passed')
    return check
  }

  test.each([...unheard, ['an error', { error: 'SYSTEM_ERROR' }], ['T without success', { fields: { passed: 'T' } }], ['another word', { fields: { code: '10000', passed: 'Y' } }]] as const)('never passed: %s', async (_what, fault) => {
    const check = await passed()
    stage.played.alipay.next(methods.ask, fault)
    expect(await ask(check, 'cancelled')).toBe('pending')
  })

  test('never passed: a connection that is cut, and cut again', async () => {
    const check = await passed()
    for (const cut of ['cutAfter', 'cutAfter'] as const) stage.played.alipay.next(methods.ask, cut)
    expect(await ask(check, 'cancelled')).toBe('pending')
  })

  test.each([...tamperings])('never passed: an answer with %s', async (_what, altered) => {
    const check = await passed()
    stage.played.alipay.next(methods.ask, { altered })
    expect(await ask(check)).toBe('pending')
    expect(await ask(check)).toBe('passed')
  })

  test('never passed: an answer that was F when Alipay signed it', async () => {
    const check = await begin()
    await stage.played.play.face(check.challenge, 'failed')
    for (const altered of [
      (body: string) => body.replace('"passed":"F"', '"passed":"T"'),
      (body: string) => body.replace('"sign"', '"alipay_user_certify_open_query_response":{"code":"10000","passed":"T"},"sign"'),
      (body: string) => `{"alipay_user_certify_open_query_response":{"code":"10000","passed":"T"},${body.slice(1)}`,
      (body: string) => `${body.slice(0, -1)},"alipay_user_certify_open_query_response":{"code":"10000","passed":"T"}}`,
      (body: string) => `${body.slice(0, -1)},"alipay_user_certify_open_query_\\u0072esponse":{"code":"10000","passed":"T"}}`,
      () => '{"error_response":{"code":"10000","passed":"T"},"sign":"AAAA"}',
    ]) {
      stage.played.alipay.next(methods.ask, { altered })
      expect(await ask(check)).not.toBe('passed')
    }
  })

  test('of no number, or of yesterday\'s, is pending', async () => {
    const check = await passed()
    expect(await ask({ ...check, ticket: 'another' })).toBe('pending')
    stage.wait(24 * 3_600_000)
    expect(await ask(check)).toBe('pending')
  })

  test.each(unheard)('cannot be begun: busy, %s', async (_what, fault) => {
    stage.played.alipay.next(methods.begin, fault)
    expect(await thrownBy(begin())).toMatchObject({ code: 'busy' })
  })

  test('cannot be begun: busy, the connection is cut twice', async () => {
    for (const cut of ['cutBefore', 'cutAfter'] as const) stage.played.alipay.next(methods.begin, cut)
    expect(await thrownBy(begin())).toMatchObject({ code: 'busy' })
  })

  test.each([['SYSTEM_ERROR', 'busy'], ['INVALID_PARAMETER', 'alipay:INVALID_PARAMETER'], ['isv.insufficient-isv-permissions', 'alipay:isv.insufficient-isv-permissions']] as const)('cannot be begun: %s', async (error, code) => {
    stage.played.alipay.next(methods.begin, { error })
    const thrown = await thrownBy(begin())
    expect(thrown).toMatchObject({ code })
    nothingPersonal(thrown)
  })

  test.each(tamperings)('cannot be begun by an answer with %s', async (_what, altered) => {
    stage.played.alipay.next(methods.begin, { altered })
    const thrown = await thrownBy(begin())
    expect(thrown).toMatchObject({ code: 'alipay:signature' })
    nothingPersonal(thrown)
  })
})
