import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { chmod, mkdtemp, readFile, rm, stat } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DataOf, OperationName, Reply, RequestOf } from '@/contract'
import { serve } from '../../cloudfunctions/host'
import { createDatabase } from '../support/database'
import { startCloud } from '../support/mini-program'

jest.setTimeout(90_000)
const root = join(__dirname, '../..')
const functions = join(root, 'dist/cloudfunctions')
let dataDir: string
const running = new Set<ChildProcess>()

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'lost-card-serve-'))
  await chmod(dataDir, 0o711)
})
afterEach(async () => {
  for (const child of running) await ended(child, 'SIGTERM')
  await rm(dataDir, { recursive: true, force: true })
})

const ended = async (child: ChildProcess, signal?: NodeJS.Signals): Promise<number | null> => {
  running.delete(child)
  if (child.exitCode !== null) return child.exitCode
  const exit = once(child, 'exit')
  if (signal) child.kill(signal)
  const [code] = (await exit) as [number | null]
  return code
}

/** What `npm run serve` runs once everything is built: a process, with what it says. */
const command = (environment: NodeJS.ProcessEnv) => {
  const env = { ...process.env, DATA_DIR: dataDir, PORT: '0', ...environment }
  const child = spawn(process.execPath, [join(root, 'config/functions/serve.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  let said = ''
  const heard = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const [address] = /http:\/\/127\.0\.0\.1:\d+/.exec(said) ?? []
      if (address) resolve(address)
    })
  })
  return { child, heard, said: () => said }
}

const serving = async (environment: NodeJS.ProcessEnv = {}) => {
  const { child, heard, said } = command(environment)
  const gone = once(child, 'exit').then(() => { throw new Error(`it ended:\n${said()}`) })
  const address = await Promise.race([heard, gone])
  gone.catch(() => undefined)
  return { child, address }
}

/** Its last word, and the code it ended with. */
const refusal = async (environment: NodeJS.ProcessEnv) => {
  const { child, said } = command(environment)
  return { code: await ended(child), said: said().trim().split('\n').at(-1) }
}

const post = async <Name extends OperationName>(address: string, operation: Name, request: RequestOf<Name>, token = ''): Promise<DataOf<Name>> => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
  const response = await fetch(`${address}/${operation}`, { method: 'POST', headers, body: JSON.stringify(request) })
  const reply = (await response.json()) as Reply<DataOf<Name>>
  if (!reply.ok) throw new Error(reply.error.code)
  return reply.data
}
const signIn = (address: string) => post(address, 'session/signIn', { proof: { kind: 'sandbox', citizen: 'lost-by-wechat', door: 'alipay' } })

test('an empty folder becomes a city that is served; Ctrl-C leaves nothing running; the next start knows what was said', async () => {
  const first = await serving()
  const { token } = await signIn(first.address)
  const { cards: [card] } = await post(first.address, 'card/list', {}, token)
  const cardId = card?.cardId ?? ''
  expect(card?.bankTold).toBe(true)
  await post(first.address, 'card/bankTold', { cardId, told: false, idempotencyKey: 'taken-back' }, token)
  expect((await stat(join(dataDir, 'keys.json'))).mode & 0o777).toBe(0o600)
  const keys = await readFile(join(dataDir, 'keys.json'), 'utf8')

  expect(await ended(first.child, 'SIGINT')).toBe(0)
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  await expect(signIn(first.address)).rejects.toThrow()

  const second = await serving()
  expect((await post(second.address, 'card/get', { cardId }, token)).card.bankTold).toBe(false)
  expect(await readFile(join(dataDir, 'keys.json'), 'utf8')).toBe(keys)
  expect(await ended(second.child, 'SIGTERM')).toBe(0)
})

test('DATABASE_URL takes the embedded database\'s place', async () => {
  const database = await createDatabase()
  const { child, address } = await serving({ DATABASE_URL: database.connectionString })
  expect((await post(address, 'session/demoCitizens', {})).citizens.length).toBeGreaterThan(10)
  expect(existsSync(join(dataDir, 'postgres'))).toBe(false)
  await ended(child, 'SIGTERM')
  await database.drop()
})

test('a second one on the same folder is refused, and the first goes on', async () => {
  const { address } = await serving()
  expect(await refusal({})).toEqual({ code: 1, said: expect.stringContaining('is in use by another running process') })
  expect((await fetch(`${address}/readyz`)).status).toBe(200)
})

test('a port that is taken is named, and nothing is left running', async () => {
  const taker = createServer().listen(0, '127.0.0.1')
  await once(taker, 'listening')
  const { port } = taker.address() as AddressInfo
  expect(await refusal({ PORT: String(port) })).toEqual({ code: 1, said: expect.stringContaining(`Port ${port} is in use by another program. Set PORT to another one.`) })
  expect(existsSync(join(dataDir, 'postgres', 'postmaster.pid'))).toBe(false)
  taker.close()
})

describe('in production', () => {
  const key = (bytes: number) => 'a1'.repeat(bytes)
  const complete = { NODE_ENV: 'production', DATABASE_URL: 'postgres://x@127.0.0.1:1/x', DATA_KEYS: `k:${key(16)}`, HASH_KEYS: `k:${key(32)}`, SESSION_KEYS: `test:${key(32)}`, RECEIPT_KEYS: `r1:${key(32)}`, AUDIT_KEYS: `a1:${key(32)}` }

  test('the sandbox is refused', async () => {
    expect(await refusal({ ...complete, SANDBOX: '1' })).toEqual({ code: 1, said: 'SANDBOX=1 is refused where NODE_ENV is production.' })
  })

  test.each(['DATABASE_URL', 'DATA_KEYS', 'HASH_KEYS', 'SESSION_KEYS', 'RECEIPT_KEYS', 'AUDIT_KEYS'])('%s is not made up', async (name) => {
    const environment = { ...complete, DATA_DIR: dataDir, [name]: undefined }
    await expect(serve({ functions, environment })).rejects.toThrow(`${name} is not set.`)
    expect(existsSync(join(dataDir, 'keys.json'))).toBe(false)
  })
})

test('a function whose settings are missing answers a fault, and tells whoever runs it which', async () => {
  const cloud = startCloud({ dist: functions, env: { DATABASE_URL: 'postgres://x@127.0.0.1:1/x', DATA_KEYS: '' } })
  const reply = await cloud.callAs('')({ name: 'outlets', data: { operation: 'banks', city: 'chengdu' } })
  expect(reply).toMatchObject({ ok: false, error: { code: 'fault', details: { requestId: expect.any(String) } } })
  await cloud.close()
  expect(cloud.printed()).toContain('DATA_KEYS must name at least one key as id:hex.')
})
