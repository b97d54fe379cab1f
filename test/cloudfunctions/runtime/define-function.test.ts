import { Writable } from 'node:stream'
import type { Reply } from '@/contract'
import type { Run } from '../../../cloudfunctions/runtime/define-operation'
import { RequestError } from '../../../cloudfunctions/runtime/errors'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { openServices, type Services } from '../../../cloudfunctions/runtime/services'
import { createDatabase, type TestDatabase } from '../../support/database'
import { testConfig } from '../../support/record/keys'
import { cardFunction, isHttp, outletsFunction, overHttp, sessionFunction } from './functions'

let database: TestDatabase
let services: Services
let lines: Record<string, unknown>[]

beforeAll(async () => {
  database = await createDatabase()
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => { lines.push(JSON.parse(chunk.toString()) as Record<string, unknown>); done() } })
  services = openServices(testConfig(database.connectionString, { logLevel: 'info' }), logTo('info', sink))
})
beforeEach(() => { lines = [] })
afterAll(async () => {
  await services.repository.close()
  await database.drop()
})

const noBanks: Run<'outlets/banks'> = async () => ({ banks: [] })
const banks = (run = noBanks, over: Partial<Services> = {}) => outletsFunction(run, () => ({ ...services, ...over }))
const request = { operation: 'banks', city: 'chengdu' }

/** The status and parsed body of an answer over HTTP. */
const http = async (answering: ReturnType<ReturnType<typeof banks>>) => {
  const answer = await answering
  if (!isHttp(answer)) throw new Error('expected an answer over HTTP')
  return { status: answer.statusCode, headers: answer.headers, reply: JSON.parse(answer.body) as Reply<unknown> }
}
const failing = (thrown: unknown) => banks(async () => { throw thrown })
const error = (code: string, details?: object) => ({ ok: false, error: { code, message: expect.any(String), ...(details && { details }) } })
const driverError = (code: string) => Object.assign(new Error('connection to 示例 failed'), { code })

describe('an event', () => {
  test('is answered with the reply itself', async () => {
    expect(await banks()(request, {})).toEqual({ ok: true, data: { banks: [] } })
  })

  test('reaches its operation as the contract reads it, without what the cloud adds', async () => {
    const seen: unknown[] = []
    const main = banks(async (read) => { seen.push(read); return { banks: [] } })
    await main({ ...request, userInfo: { openId: 'someone', appId: 'wx' }, tcbContext: {} }, {})
    expect(seen).toEqual([{ city: 'chengdu' }])
  })

  test('comes from where WeChat\'s cloud says, whatever it says itself', async () => {
    const seen: (string | undefined)[] = []
    const main = banks(async (_read, { address }) => { seen.push(address); return { banks: [] } })
    process.env.WX_CLIENTIP = '203.0.113.7'
    await main({ ...request, tcbContext: { clientIp: '1.1.1.1' } }, {})
    await main({ city: 'chengdu' }, overHttp('/outlets/banks', { 'x-forwarded-for': '1.1.1.1' }))
    delete process.env.WX_CLIENTIP
    await main(request, {})
    expect(seen).toEqual(['203.0.113.7', undefined, undefined])
  })

  test.each([undefined, null, 'banks', ['banks'], {}, { operation: 7 }])('%p names no operation: malformedRequest', async (event) => {
    expect(await banks()(event, {})).toEqual(error('malformedRequest', { field: 'operation' }))
  })

  test.each(['nothing', 'outlets/banks', 'constructor', '__proto__'])('an operation %p is notFound', async (operation) => {
    expect(await banks()({ operation }, {})).toEqual(error('notFound'))
  })

  test('of another shape is malformed, and the reply names the field but not its value', async () => {
    const reply = await banks()({ operation: 'banks', city: 'atlantis-13812345678' }, {})
    expect(reply).toEqual(error('malformedRequest', { field: 'city' }))
    expect(JSON.stringify(reply)).not.toContain('atlantis')
    expect(await banks()({ ...request, more: 1 }, {})).toEqual(error('malformedRequest', { field: 'more' }))
    expect(JSON.stringify(await banks()({ ...request, '<script>': 1 }, {}))).not.toContain('script')
  })
})

describe('a request over HTTP', () => {
  test('is answered with status, headers and body', async () => {
    const { status, headers, reply } = await http(banks()({ city: 'chengdu' }, overHttp('/outlets/banks')))
    expect({ status, reply }).toEqual({ status: 200, reply: { ok: true, data: { banks: [] } } })
    expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  })

  test.each([
    ['another function\'s path', '/card/list', 'POST', 404, 'notFound'],
    ['an unknown operation', '/outlets/nothing', 'POST', 404, 'notFound'],
    ['a longer path', '/outlets/banks/more', 'POST', 404, 'notFound'],
    ['a GET', '/outlets/banks', 'GET', 404, 'notFound'],
  ])('%s is not found', async (_what, path, method, status, code) => {
    expect(await http(banks()({ city: 'chengdu' }, overHttp(path, {}, method)))).toMatchObject({ status, reply: error(code) })
  })

  test('that is a form is refused as not JSON', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }
    expect(await http(banks()({ city: 'chengdu' }, overHttp('/outlets/banks', form)))).toMatchObject({ status: 415, reply: error('notJson') })
  })

  test('takes its operation from the path: one in the body is a field too many', async () => {
    expect(await http(banks()(request, overHttp('/outlets/banks')))).toMatchObject({ status: 400, reply: error('malformedRequest', { field: 'operation' }) })
  })

  test.each([undefined, null, 'text', 7, []])('with a body of %p is malformed', async (body) => {
    expect(await http(banks()(body, overHttp('/outlets/banks')))).toMatchObject({ status: 400, reply: error('malformedRequest') })
  })

  test('keeps a well formed request id, and replaces any other', async () => {
    const idFor = async (eventID: string) => (await http(banks()({ city: 'chengdu' }, { ...overHttp('/outlets/banks'), eventID }))).headers['x-request-id']
    expect(await idFor('abc-1234_5678')).toBe('abc-1234_5678')
    expect(await idFor('short')).toMatch(/^[0-9a-f-]{36}$/)
    expect(await idFor('line\nbreak in it')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('what goes wrong', () => {
  test.each([
    [new RequestError('invalidRequest', { field: 'cardId' }), 422, 'invalidRequest', { field: 'cardId' }],
    [new RequestError('releasedElsewhere', { where: ['counter'] }), 409, 'releasedElsewhere', { where: ['counter'] }],
    [new RequestError('verificationRefused'), 403, 'verificationRefused', undefined],
    [new RequestError('notFound'), 404, 'notFound', undefined],
  ])('%s is answered %i', async (thrown, status, code, details) => {
    expect(await http(failing(thrown)({ city: 'chengdu' }, overHttp('/outlets/banks')))).toMatchObject({ status, reply: error(code, details) })
  })

  test.each(['ECONNREFUSED', 'ECONNRESET', '08006', '57P01', '53300', '53100', '58030', '25006', '57014', '40P01'])('a database that says %s makes us busy', async (code) => {
    const context = { ...overHttp('/outlets/banks'), eventID: 'request-1' }
    expect(await http(failing(driverError(code))({ city: 'chengdu' }, context))).toMatchObject({ status: 503, reply: error('busy', { requestId: 'request-1' }) })
  })

  test('a database that cannot be reached makes us busy', async () => {
    const away = openServices(testConfig('postgres://nobody@127.0.0.1:1/none'))
    const main = banks(async (_request, { repository }) => { await repository.ping(); return { banks: [] } }, { repository: away.repository })
    expect(await main(request, {})).toMatchObject(error('busy'))
    await away.repository.close()
  })

  test.each([[new Error('示例公民甲 13812345678')], [driverError('23505')], ['text'], [undefined], [null]])('%p is a fault: an id to quote, and no stack', async (thrown) => {
    const { status, reply } = await http(failing(thrown)({ city: 'chengdu' }, { ...overHttp('/outlets/banks'), eventID: 'request-1' }))
    expect({ status, reply }).toEqual({ status: 500, reply: error('fault', { requestId: 'request-1' }) })
    expect(JSON.stringify(reply)).not.toMatch(/示例|1381234|at .*\.ts/)
  })
})

describe('the sandbox', () => {
  const inSandbox = (sandbox: boolean) => sessionFunction(() => ({ ...services, config: { ...services.config, sandbox } }))

  test('has operations of its own, which are not there outside it', async () => {
    expect(await inSandbox(true)({ operation: 'demoCitizens' }, {})).toEqual({ ok: true, data: { citizens: [] } })
    expect(await inSandbox(false)({ operation: 'demoCitizens' }, {})).toEqual(error('notFound'))
  })
})

describe('the log', () => {
  test('has one line a call: request id, operation, code and milliseconds', async () => {
    await banks()(request, { request_id: 'request-1' })
    expect(lines).toEqual([{ level: 30, time: expect.any(Number), requestId: 'request-1', operation: 'outlets/banks', code: 'ok', ms: expect.any(Number) }])
  })

  test('holds nothing of what was sent, nor what an error says of it', async () => {
    const personal = /示例|1381234|secret/
    await banks()({ operation: '示例公民甲', city: '13812345678' }, {})
    await banks()({ operation: 'banks', city: '13812345678', 示例: 'secret' }, {})
    await failing(new Error('示例公民甲 13812345678'))(request, {})
    await failing(Object.assign(driverError('23505'), { detail: 'Key (phone)=(13812345678) exists' }))(request, {})
    await cardFunction(async () => ({ cards: [] }), () => services)({}, overHttp('/card/list', { authorization: 'Bearer secret', 'x-wx-openid': '示例' }))
    expect(lines.map(({ code }) => code)).toEqual(['notFound', 'malformedRequest', 'fault', 'fault', 'notSignedIn'])
    expect(JSON.stringify(lines)).not.toMatch(personal)
  })

  test('says of a fault its kind, its code and where it happened', async () => {
    await failing(driverError('23505'))(request, {})
    expect(lines[0]).toMatchObject({ level: 50, code: 'fault', error: { kind: 'Error', code: '23505', at: expect.arrayContaining([expect.stringMatching(/^at /)]) } })
  })

  test('blacks out whatever is not on its list', () => {
    services.log.info({ requestId: 'request-1', name: '示例公民甲', person: { phone: '13812345678' } })
    expect(lines[0]).toMatchObject({ requestId: 'request-1', name: '[redacted]', person: '[redacted]' })
  })
})
