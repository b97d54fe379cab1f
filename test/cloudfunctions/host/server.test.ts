import { Agent } from 'node:http'
import { createDatabase } from '../../support/database'
import { aHost, type RunningHost } from './a-host'
import { http, post, raw } from './requests'

let running: RunningHost
beforeAll(async () => { running = await aHost({ config: { allowedOrigins: ['http://preview.test'] } }) })
afterAll(() => running.stop())

const url = (path: string) => `${running.address}${path}`
const error = (code: string) => ({ ok: false, error: { code, message: expect.any(String) } })
const json = { 'content-type': 'application/json' }
const chengdu = { city: 'chengdu' }

test('POST /<function>/<operation> answers with data', async () => {
  const { status, json: reply, headers } = await post(url('/outlets/banks'), chengdu)
  expect({ status, reply }).toEqual({ status: 200, reply: { ok: true, data: { banks: [] } } })
  expect(headers).toMatchObject({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
})

test.each([
  ['an unknown function', 'POST', '/nothing/list'],
  ['an unknown operation', 'POST', '/outlets/nothing'],
  ['a name every object has', 'POST', '/constructor/toString'],
  ['no operation', 'POST', '/outlets'],
  ['a longer path', 'POST', '/outlets/banks/more'],
  ['a GET', 'GET', '/outlets/banks'],
  ['a DELETE', 'DELETE', '/outlets/banks'],
  ['a path that does not decode', 'POST', '/outlets/%E0%A4%A'],
])('%s is not found, in our own form', async (_what, method, path) => {
  const { status, json: reply } = await http(url(path), { method, headers: json, ...(method !== 'GET' && { body: '{}' }) })
  expect({ status, reply }).toEqual({ status: 404, reply: error('notFound') })
})

test.each([
  ['not JSON at all', '{"city":'],
  ['nothing', ''],
  ['a prototype', '{"city":"chengdu","__proto__":{}}'],
  ['a list', '[]'],
  ['a text', '"chengdu"'],
])('a body that is %s is malformed', async (_what, body) => {
  const { status, json: reply } = await http(url('/outlets/banks'), { headers: json, body })
  expect({ status, reply }).toMatchObject({ status: 400, reply: error('malformedRequest') })
})

test.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/xml'])('a body of type %s is refused as not JSON', async (type) => {
  const { status, json: reply } = await http(url('/outlets/banks'), { headers: { 'content-type': type }, body: '{"city":"chengdu"}' })
  expect({ status, reply }).toEqual({ status: 415, reply: error('notJson') })
})

test('a body without a type is refused as not JSON', async () => {
  expect(await http(url('/outlets/banks'), { body: '{"city":"chengdu"}' })).toMatchObject({ status: 415, json: error('notJson') })
  expect(await http(url('/outlets/banks'))).toMatchObject({ status: 415, json: error('notJson') })
})

test('a body of 64 KB is read, and one byte more is too large', async () => {
  const padded = (bytes: number) => `{"city":"chengdu"${' '.repeat(bytes - 18)}}`
  expect((await http(url('/outlets/banks'), { headers: json, body: padded(65_536) })).status).toBe(200)
  expect(await http(url('/outlets/banks'), { headers: json, body: padded(65_537) })).toMatchObject({ status: 413, json: error('tooLarge') })
})

test('only where a photo is uploaded a body may be as large as a photo is', async () => {
  const padded = (bytes: number) => `{"photo":"${'a'.repeat(bytes - 12)}"}`
  expect(await http(url('/reissue/uploadPhoto'), { headers: json, body: padded(448 * 1024) })).toMatchObject({ status: 401, json: error('notSignedIn') })
  expect(await http(url('/reissue/uploadPhoto'), { headers: json, body: padded(448 * 1024 + 1) })).toMatchObject({ status: 413, json: error('tooLarge') })
  expect(await http(url('/reissue/apply'), { headers: json, body: padded(65_537) })).toMatchObject({ status: 413 })
})

test('an operation for citizens without a token is 401', async () => {
  expect(await post(url('/card/list'), {})).toMatchObject({ status: 401, json: error('notSignedIn') })
})

test('a wrong field is 400 and named', async () => {
  expect((await post(url('/outlets/banks'), { city: 'atlantis' })).json).toMatchObject({ error: { code: 'malformedRequest', details: { field: 'city' } } })
})

test('what is not HTTP gets a 400 and its connection closed', async () => {
  const answer = await raw(running.address, 'HELLO\r\n\r\n')
  expect(answer).toMatch(/^HTTP\/1\.1 400 /)
  expect(JSON.parse(answer.split('\r\n\r\n')[1] ?? '')).toEqual(error('malformedRequest'))
})

test('a request id is kept if it is well formed, and else replaced', async () => {
  const given = async (id: string) => (await post(url('/outlets/banks'), chengdu, { headers: { 'x-request-id': id } })).headers['x-request-id']
  expect(await given('from-a-gateway_1')).toBe('from-a-gateway_1')
  expect(await given('a b')).toMatch(/^[0-9a-f-]{36}$/)
  expect(await given('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/)
  expect((await http(url('/nothing'), { headers: { 'x-request-id': 'from-a-gateway_2' } })).headers['x-request-id']).toBe('from-a-gateway_2')
})

test('a browser of the preview may call, and no other', async () => {
  const allowed = async (origin: string) => (await post(url('/outlets/banks'), chengdu, { headers: { origin } })).headers['access-control-allow-origin']
  expect(await allowed('http://preview.test')).toBe('http://preview.test')
  expect(await allowed('http://elsewhere.test')).toBeUndefined()
  const preflight = { method: 'OPTIONS', headers: { origin: 'http://preview.test', 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type' } }
  const { status, headers } = await http(url('/outlets/banks'), preflight)
  expect(status).toBe(204)
  expect(headers).toMatchObject({ 'access-control-allow-origin': 'http://preview.test', 'access-control-allow-methods': 'POST', 'access-control-allow-headers': 'authorization, content-type' })
})

test('one connection serves many requests', async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (let round = 0; round < 20; round++) expect((await post(url('/outlets/banks'), chengdu, { agent })).status).toBe(200)
  expect(Object.values(agent.freeSockets).flat()).toHaveLength(1)
  agent.destroy()
})

test('it says that it runs; and that it is ready only while the database answers', async () => {
  expect(await http(url('/healthz'), { method: 'GET' })).toMatchObject({ status: 200, json: { ok: true } })
  expect(await http(url('/readyz'), { method: 'GET' })).toMatchObject({ status: 503, json: error('busy'), headers: { 'retry-after': '5' } })
  const database = await createDatabase()
  const reached = await aHost({ database: database.connectionString })
  expect(await http(`${reached.address}/readyz`, { method: 'GET' })).toMatchObject({ status: 200, json: { ok: true } })
  await reached.stop()
  await database.drop()
})

test('a fault inside is 500 with an id to quote and no stack, and the host goes on', async () => {
  const failing = await aHost({ banks: async () => { throw new Error('示例公民甲') } })
  const { status, json: reply, text } = await post(`${failing.address}/outlets/banks`, chengdu, { headers: { 'x-request-id': 'request-1' } })
  expect({ status, reply }).toMatchObject({ status: 500, reply: { error: { code: 'fault', details: { requestId: 'request-1' } } } })
  expect(text).not.toMatch(/示例|\.ts|node_modules/)
  expect((await http(`${failing.address}/healthz`, { method: 'GET' })).status).toBe(200)
  await failing.stop()
})

test('a database that is away makes an operation busy', async () => {
  const away = await aHost({ banks: async (_request, { repository }) => { await repository.ping(); return { banks: [] } } })
  expect(await post(`${away.address}/outlets/banks`, chengdu)).toMatchObject({ status: 503, json: error('busy') })
  await away.stop()
})

test('too many requests of one address are refused with when to come back; health is still answered', async () => {
  const limited = await aHost({ config: { rateLimit: { max: 3, seconds: 60 } } })
  const call = () => post(`${limited.address}/outlets/banks`, chengdu)
  const statuses = [(await call()).status, (await call()).status, (await call()).status]
  const refused = await call()
  expect(statuses).toEqual([200, 200, 200])
  expect(refused).toMatchObject({ status: 429, json: { error: { code: 'tooManyRequests', details: { retryAfterSeconds: expect.any(Number) } } } })
  const wait = Number(refused.headers['retry-after'])
  expect(wait).toBeGreaterThan(0)
  expect(wait).toBeLessThanOrEqual(60)
  expect((await http(`${limited.address}/healthz`, { method: 'GET' })).status).toBe(200)
  await limited.stop()
})

test('an address a caller claims is not believed, unless a proxy we trust says it', async () => {
  const last = async (trustedProxies: string[]) => {
    const limited = await aHost({ config: { rateLimit: { max: 1, seconds: 60 }, trustedProxies } })
    const from = (address: string) => post(`${limited.address}/outlets/banks`, chengdu, { headers: { 'x-forwarded-for': address } })
    await from('192.0.2.1')
    const { status } = await from('192.0.2.2')
    await limited.stop()
    return status
  }
  expect(await last([])).toBe(429)
  expect(await last(['127.0.0.1'])).toBe(200)
})

test('a function is told where a request came from, by the same rule', async () => {
  const seen: (string | undefined)[] = []
  const told = async (trustedProxies: string[]) => {
    const host = await aHost({ banks: async (_request, { address }) => { seen.push(address); return { banks: [] } }, config: { trustedProxies } })
    await post(`${host.address}/outlets/banks`, chengdu, { headers: { 'x-forwarded-for': '192.0.2.1' } })
    await host.stop()
  }
  await told([])
  await told(['127.0.0.1'])
  expect(seen).toEqual(['127.0.0.1', '192.0.2.1'])
})

test('the log holds nothing of what was sent', async () => {
  const secret = { 'x-wx-openid': '13812345678', authorization: 'Bearer 13812345678' }
  await post(url('/card/list?phone=13812345678'), { phone: '13812345678' }, { headers: secret })
  await post(url('/13812345678/list'), {})
  await http(url('/outlets/banks'), { headers: json, body: '{"phone":"13812345678"' })
  expect(running.lines.length).toBeGreaterThan(3)
  expect(JSON.stringify(running.lines)).not.toContain('13812345678')
})
