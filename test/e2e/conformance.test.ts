import { randomBytes, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { statusOf, type DataOf, type ErrorCode, type Reply } from '@/contract'
import { serve } from '../../cloudfunctions/host'
import { demoPlatformId } from '../../cloudfunctions/session/demo-citizens'
import { createDatabase, type TestDatabase } from '../support/database'
import { startFramework, type Framework } from '../support/functions-framework'
import { startCloud, type Cloud } from '../support/mini-program'
import { startPlatforms, type Platforms } from '../support/platforms'

jest.setTimeout(60_000)
const folder = join(__dirname, '../../dist/cloudfunctions')
const hex = (bytes: number) => randomBytes(bytes).toString('hex')

interface Way {
  readonly name: string
  /** Calls as the citizen in WeChat, or as nobody; over HTTP the status comes with the reply. */
  call(operation: string, request: object, as: 'citizen' | 'nobody'): Promise<{ reply: Reply<unknown>; status?: number }>
}

let database: TestDatabase
let served: Awaited<ReturnType<typeof serve>>
let framework: Framework
let cloud: Cloud
let platforms: Platforms

const citizen = 'in-use'

beforeAll(async () => {
  database = await createDatabase()
  platforms = await startPlatforms({ everyone: true })
  const environment = {
    ...platforms.environment,
    DATABASE_URL: database.connectionString, DATA_KEYS: `t:${hex(16)}`, HASH_KEYS: `t:${hex(32)}`, SESSION_KEYS: `t:${hex(32)}`, SANDBOX: '1', PORT: '0', LOG_LEVEL: 'info',
  }
  served = await serve({ functions: folder, environment: { ...environment, LOG_LEVEL: 'silent' } })
  framework = await startFramework(folder, environment)
  cloud = startCloud({ dist: folder, env: environment })
})
afterAll(async () => {
  await Promise.all([cloud.close(), framework.stop(), served.stop(), platforms.close()])
  await database.drop()
})

const post = async (address: string, operation: string, request: object, token?: string) => {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(`${address}/${operation}`, { method: 'POST', headers, body: JSON.stringify(request) })
  return { status: response.status, reply: (await response.json()) as Reply<unknown> }
}

const dataOf = <Data>(reply: Reply<unknown>): Data => {
  if (!reply.ok) throw new Error(`refused: ${reply.error.code}`)
  return reply.data as Data
}

const tokenAt = async (address: string) =>
  dataOf<{ token: string }>((await post(address, 'session/signIn', { proof: { kind: 'sandbox', citizen, door: 'wechat' } })).reply).token

const overHttp = (name: string, address: () => string): Way => ({
  name,
  call: async (operation, request, as) => post(address(), operation, request, as === 'citizen' ? await tokenAt(address()) : undefined),
})

const inCloud: Way = {
  name: 'an event function',
  call: async (operation, request, as) => {
    const [name = '', short = ''] = operation.split('/')
    const openid = as === 'citizen' ? demoPlatformId('wechat', citizen) : ''
    return { reply: (await cloud.callAs(openid)({ name, data: { ...request, operation: short } })) as Reply<unknown> }
  },
}

const ways = [overHttp('our host', () => served.address), overHttp('the functions framework', () => framework.address), inCloud]

/** One call every way: the same reply each time, and over HTTP the status that fits. */
const everyWay = async (operation: string, request: object, as: 'citizen' | 'nobody') => {
  const answers = await Promise.all(ways.map(({ call }) => call(operation, request, as)))
  const [{ reply }] = answers as [{ reply: Reply<unknown> }]
  for (const answer of answers) {
    expect(answer.reply).toEqual(reply)
    if (answer.status !== undefined) expect(answer.status).toBe(reply.ok ? 200 : statusOf(reply.error.code))
  }
  return reply
}

const refused = (code: ErrorCode, details?: object) => ({ ok: false, error: { code, ...(details && { details }) } })

test('an operation for everyone is answered alike', async () => {
  expect(dataOf(await everyWay('outlets/banks', { city: 'chengdu' }, 'nobody'))).toMatchObject({ banks: expect.arrayContaining([expect.objectContaining({ code: expect.any(String) })]) })
  expect(dataOf(await everyWay('session/demoCitizens', {}, 'nobody'))).toMatchObject({ citizens: expect.arrayContaining([expect.objectContaining({ id: citizen })]) })
})

test('a citizen sees the same cards, by token or by the cloud\'s OPENID', async () => {
  expect(dataOf(await everyWay('card/list', {}, 'citizen'))).toMatchObject({ cards: [{ socialSecurity: { state: 'inUse' } }] })
})

test.each([
  ['nobody signed in', 'card/list', {}, 'nobody', 'notSignedIn', undefined],
  ['a field that is wrong', 'outlets/banks', { city: 'atlantis' }, 'nobody', 'malformedRequest', { field: 'city' }],
  ['a field too many', 'card/list', { accountKey: 'x' }, 'citizen', 'malformedRequest', { field: 'accountKey' }],
  ['an operation that is not there', 'card/nothing', {}, 'citizen', 'notFound', undefined],
  ['a card that is not there', 'card/get', { cardId: 'nothing' }, 'citizen', 'notFound', undefined],
  ['a proof of nobody', 'session/signIn', { proof: { kind: 'sandbox', citizen: 'nobody', door: 'wechat' } }, 'nobody', 'proofRefused', undefined],
] as const)('%s is refused alike', async (_what, operation, request, as, code, details) => {
  expect(await everyWay(operation, request, as)).toMatchObject(refused(code, details))
})

test('the framework, too, runs nothing on a GET and reads no form', async () => {
  const got = await fetch(`${framework.address}/outlets/banks`)
  expect({ status: got.status, reply: await got.json() }).toMatchObject({ status: 404, reply: refused('notFound') })
  const form = await fetch(`${framework.address}/outlets/banks`, { method: 'POST', body: new URLSearchParams({ city: 'chengdu' }) })
  expect({ status: form.status, reply: await form.json() }).toMatchObject({ status: 415, reply: refused('notJson') })
})

test('a loss reported as an event is released through the framework, and our host tells of both', async () => {
  const [host, framework, event] = ways as [Way, Way, Way]
  const through = async <Data>(way: Way, operation: string, request: object) => dataOf<Data>((await way.call(operation, request, 'citizen')).reply)
  const { cards: [card] } = await through<{ cards: { cardId: string }[] }>(event, 'card/list', {})
  const cardId = card?.cardId ?? ''
  const checked = async (way: Way, purpose: 'reportLoss' | 'releaseLoss') => {
    const { verificationId, challenge } = await through<DataOf<'session/beginVerification'>>(way, 'session/beginVerification', { subject: { purpose, cardId } })
    // where the cloud says who calls, it is a real phone that shows the face; a played session plays it
    if (challenge.provider !== 'sandbox') await platforms.play.face(challenge, 'passed')
    await through(way, 'session/completeVerification', { verificationId, phone: 'finished' })
    return { cardId, verificationId, idempotencyKey: randomUUID() }
  }
  await through(event, 'card/reportLoss', await checked(event, 'reportLoss'))
  await through(framework, 'card/releaseLoss', await checked(framework, 'releaseLoss'))
  const { events } = await through<{ events: { what: string; channel: string }[] }>(host, 'card/history', { cardId })
  expect(events.filter(({ channel }) => channel === 'wechat')).toHaveLength(2)
})

test('nothing a person sent or is stands in what the functions printed', async () => {
  await everyWay('outlets/banks', { city: '13812345678' }, 'nobody')
  expect(framework.printed()).toContain('"operation":"outlets/banks","code":"malformedRequest"')
  expect(framework.printed() + cloud.printed()).not.toMatch(/13812345678|示例|demo-openid|000000\d{11}|Bearer|ey[\w-]+\./)
})
