import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { doors, type Door } from '@/contract'
import { createDatabase, type TestDatabase } from '../support/database'

jest.setTimeout(60_000)
const root = join(__dirname, '../..')
let database: TestDatabase
let dataDir: string
beforeAll(async () => {
  database = await createDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'lost-card-platforms-'))
  await chmod(dataDir, 0o711)
})
afterAll(async () => {
  await database.drop()
  await rm(dataDir, { recursive: true, force: true })
})

interface Running {
  readonly child: ChildProcess
  readonly functions: string
  readonly platforms: string | undefined
}

const addressAfter = (said: string, name: string) => new RegExp(`^ *${name} .*(http://127\\.0\\.0\\.1:\\d+)$`, 'm').exec(said)?.[1]

/** What `npm run serve` runs, with what it says when it is ready. */
const serving = async (environment: NodeJS.ProcessEnv = {}): Promise<Running> => {
  const env = { ...process.env, DATABASE_URL: database.connectionString, DATA_DIR: dataDir, PORT: '0', ...environment }
  const child = spawn(process.execPath, [join(root, 'config/functions/serve.mjs')], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  for await (const chunk of child.stdout) {
    said += String(chunk)
    if (said.includes('Ctrl-C')) return { child, functions: addressAfter(said, 'Functions') ?? '', platforms: addressAfter(said, 'Platforms') }
  }
  throw new Error(`it ended:\n${said}`)
}

const stop = async ({ child }: Running) => {
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  expect(await exit).toEqual([0, null])
}

const post = async (address: string, body: object) =>
  (await fetch(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).json() as Promise<{ code?: string; data?: { token?: string } }>

const signIn = async ({ functions, platforms }: Running, door: Door) => {
  const { code } = await post(`${platforms}/play/login`, { door, platformId: 'citizen-a' })
  return post(`${functions}/session/signIn`, { proof: { kind: door, code } })
}

test('a local start plays the platforms, and the built functions sign in with their codes; with it the platforms stop', async () => {
  const running = await serving()
  for (const door of doors) expect((await signIn(running, door)).data?.token).toEqual(expect.any(String))
  await stop(running)
  await expect(fetch(`${running.platforms}/play/login`)).rejects.toThrow()
})

test.each([{ SANDBOX: '0' }, { WECHAT_APP_ID: 'wx0', WECHAT_SECRET: 'a-secret' }])('nothing is played where it is not wanted: %j', async (environment) => {
  const running = await serving(environment)
  expect(running.platforms).toBeUndefined()
  await stop(running)
})

test('it ends also where nobody reads any more what it says, and it has just said something', async () => {
  const running = await serving()
  await post(`${running.functions}/outlets/banks`, { city: 'chengdu' })
  await stop(running)
})
