import { sign, verify } from 'node:crypto'
import { checkDigit } from '@/domain/id-number'
import { startPlatforms, type Platforms } from './platforms'
import { alipayKeys } from './platforms/alipay/keys'
import { signedPart } from './platforms/alipay/signing'

let platforms: Platforms
let now = Date.now()
beforeAll(async () => { platforms = await startPlatforms({ now: () => now }) })
afterAll(() => platforms.close())

const asIs = async (answer: Response) => ({ status: answer.status, type: answer.headers.get('content-type'), body: (await answer.json()) as Record<string, unknown> })
const idNumber = `51010019900101001${checkDigit('51010019900101001')}`

describe('WeChat\'s server on the wire', () => {
  const at = (path: string, query: Record<string, string> = {}) => `${platforms.address}${path}?${new URLSearchParams(query).toString()}`
  const get = async (path: string, query: Record<string, string>) => asIs(await fetch(at(path, query)))
  const post = async (path: string, query: Record<string, string>, body: unknown) =>
    asIs(await fetch(at(path, query), { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body) }))

  const login = async () => {
    const { appId, secret } = platforms.config.wechat
    return { appid: appId, secret, js_code: await platforms.play.login('wechat', 'citizen-a'), grant_type: 'authorization_code' }
  }
  const application = () => ({ grant_type: 'client_credential', appid: platforms.config.wechat.appId, secret: platforms.config.wechat.secret })
  const token = async (force = false) => String((await post('/cgi-bin/stable_token', {}, { ...application(), force_refresh: force })).body.access_token)
  const identify = '/cityservice/face/identify'
  let number = 0
  const check = (over: object = {}) =>
    ({ out_seq_no: `number-${(number += 1)}`, cert_info: { cert_type: 'IDENTITY_CARD', cert_name: '示例公民甲', cert_no: idNumber }, openid: 'citizen-a', ...over })

  test('signing in answers text that is JSON, without an errcode', async () => {
    const { status, type, body } = await get('/sns/jscode2session', await login())
    expect({ status, type, body }).toEqual({ status: 200, type: 'text/plain', body: { session_key: expect.stringMatching(/^\S{24}$/), openid: 'citizen-a' } })
  })

  test.each([
    [40013, { appid: 'wx1' }], [40125, { secret: 'no' }], [40002, { grant_type: 'password' }], [41008, { js_code: '' }], [40029, { js_code: 'never' }],
  ])('signing in answers %i to %j', async (errcode, over) => {
    const { status, body } = await get('/sns/jscode2session', { ...(await login()), ...over })
    expect({ status, body }).toEqual({ status: 200, body: { errcode, errmsg: expect.stringMatching(/^[\w ]+, rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/) } })
  })

  test('each API has its own method', async () => {
    expect((await post('/sns/jscode2session', await login(), {})).body.errcode).toBe(43001)
    expect((await get('/cgi-bin/stable_token', {})).body.errcode).toBe(43002)
    expect((await get(`${identify}/getverifyid`, { access_token: await token() })).body.errcode).toBe(43002)
  })

  test.each([
    [40002, { grant_type: 'x' }], [40013, { appid: 'x' }], [40125, { secret: 'x' }],
  ])('an access token is refused with %i for %j', async (errcode, over) => {
    expect((await post('/cgi-bin/stable_token', {}, { ...application(), ...over })).body.errcode).toBe(errcode)
  })

  test('what is no JSON has its own errcode', async () => {
    expect((await post('/cgi-bin/stable_token', {}, 'no json')).body.errcode).toBe(47001)
    expect((await post(`${identify}/getverifyid`, { access_token: await token() }, '[]')).body.errcode).toBe(47001)
  })

  test('the access token stays the same until five minutes before its end, and the former holds to its end', async () => {
    const first = await token()
    expect(await token()).toBe(first)
    now += 6_900_000
    const second = await token()
    expect(second).not.toBe(first)
    expect((await post(`${identify}/getverifyid`, { access_token: first }, check())).body.errcode).toBe(0)
    now += 300_000
    expect((await post(`${identify}/getverifyid`, { access_token: first }, check())).body.errcode).toBe(42001)
  })

  test('force brings another token at once, and not twice within half a minute', async () => {
    now += 30_000
    const first = await token()
    const second = await token(true)
    expect([second === first, await token(true) === second]).toEqual([false, true])
    expect((await post(`${identify}/getverifyid`, { access_token: first }, check())).body.errcode).toBe(40001)
  })

  test('a check is refused without a token, without a person, under a bad or used number, or for someone unknown', async () => {
    const begin = async (over: object) => (await post(`${identify}/getverifyid`, { access_token: await token() }, check(over))).body.errcode
    expect((await post(`${identify}/getverifyid`, {}, check())).body.errcode).toBe(41001)
    expect(await begin({ out_seq_no: 'twice-used' })).toBe(0)
    for (const outSeqNo of ['four', 'x'.repeat(33), 'no spaces', 'twice-used']) expect(await begin({ out_seq_no: outSeqNo })).toBe(40097)
    expect(await begin({ cert_info: { cert_type: 'PASSPORT', cert_name: '示例', cert_no: idNumber } })).toBe(40097)
    expect(await begin({ openid: 'never-seen' })).toBe(40003)
  })

  test('there is nothing else', async () => {
    expect((await fetch(at('/cgi-bin/token'))).status).toBe(404)
    expect((await fetch(at('/play/login'))).status).toBe(404)
  })
})

describe('Alipay\'s gateway on the wire', () => {
  const common = (method: string) => ({ app_id: platforms.config.alipay.appId, method, charset: 'utf-8', version: '1.0', sign_type: 'RSA2', timestamp: '2026-11-25 10:00:00' })
  const send = async (params: Record<string, string>, over: Record<string, string> = {}) => {
    const signature = sign('sha256', Buffer.from(signedPart(params)), alipayKeys().application.privateKey).toString('base64')
    const answer = await fetch(platforms.config.alipay.gateway, { method: 'POST', body: new URLSearchParams({ ...params, sign: signature, ...over }) })
    return { type: answer.headers.get('content-type'), body: await answer.text() }
  }
  const holds = (body: string) => {
    const [, written = '', signature = ''] = /^\{"\w+":(\{.*\}),"sign":"([^"]+)"\}$/.exec(body) ?? []
    return verify('sha256', Buffer.from(written), alipayKeys().platform.publicKey, Buffer.from(signature, 'base64'))
  }
  const content = (over: object = {}) => ({
    biz_content: JSON.stringify({
      outer_order_no: 'order1', biz_code: 'FACE', merchant_config: {},
      identity_param: { identity_type: 'CERT_INFO', cert_type: 'IDENTITY_CARD', cert_name: '示例公民甲', cert_no: idNumber }, ...over,
    }),
  })

  test('an answer comes under the method\'s name, signed', async () => {
    const { type, body } = await send({ ...common('alipay.user.certify.open.initialize'), ...content() })
    expect(type).toBe('text/html;charset=utf-8')
    expect(JSON.parse(body)).toEqual({ alipay_user_certify_open_initialize_response: { code: '10000', msg: 'Success', certify_id: expect.any(String) }, sign: expect.any(String) })
    expect(holds(body)).toBe(true)
  })

  test('what is wrong with a sign-in comes under a name of its own', async () => {
    const { body } = await send({ ...common('alipay.system.oauth.token'), grant_type: 'authorization_code', code: 'never' })
    expect(JSON.parse(body)).toMatchObject({ error_response: { code: '40002', msg: 'Invalid Arguments', sub_code: 'isv.code-invalid' } })
    expect(holds(body)).toBe(true)
  })

  test.each([
    ['a changed parameter', { timestamp: '2026-11-25 10:00:01' }], ['no signature', { sign: '' }], ['another kind of signature', { sign_type: 'RSA' }],
  ])('%s is not the application\'s', async (_what, over) => {
    const { body } = await send({ ...common('alipay.user.certify.open.query'), biz_content: '{"certify_id":"x"}' }, over)
    expect(JSON.parse(body)).toMatchObject({ alipay_user_certify_open_query_response: { code: '40002', sub_code: 'isv.invalid-signature' } })
  })

  test.each([
    ['INVALID_PARAMETER', { biz_code: 'SMART' }], ['INVALID_PARAMETER', { identity_param: {} }], ['INVALID_PARAMETER', { outer_order_no: 'a-b' }], ['INVALID_PARAMETER', { outer_order_no: 'order1' }],
  ])('%s: %j', async (error, over) => {
    const { body } = await send({ ...common('alipay.user.certify.open.initialize'), ...content(over) })
    expect(JSON.parse(body)).toMatchObject({ alipay_user_certify_open_initialize_response: { code: '40004', sub_code: error } })
  })

  test('there is no other method', async () => {
    expect(JSON.parse((await send(common('alipay.trade.pay'))).body)).toMatchObject({ error_response: { sub_code: 'isv.invalid-method' } })
  })
})

test('a phone plays no check that nobody has begun, and none in the sandbox', async () => {
  await expect(platforms.play.face({ provider: 'wechat', verifyId: 'never' }, 'passed')).rejects.toThrow('notPlayed: unknown')
  await expect(platforms.play.face({ provider: 'sandbox' }, 'passed')).rejects.toThrow('notAsked')
  await expect(platforms.play.login('wechat', 'no id')).rejects.toThrow('notPlayed: shape')
})

test('its settings are those that a server reads', () => {
  const { environment, config } = platforms
  expect(environment).toMatchObject({ WECHAT_API: platforms.address, ALIPAY_GATEWAY: `${platforms.address}/gateway.do`, WECHAT_SECRET: config.wechat.secret })
  expect(Object.values(environment).every((value) => value !== '')).toBe(true)
})
