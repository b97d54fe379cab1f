import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import cloud from '../../config/deploy/cloudbaserc.json'
import { missingFunctions } from '../../config/ship/missing-functions'
import { shipFunctions } from '../../config/ship/ship-functions'

const hex = (bytes: number) => 'a1'.repeat(bytes)
const environment: NodeJS.ProcessEnv = {
  ENV_ID: 'e', VPC_ID: 'v', SUBNET_ID: 's', DATABASE_URL: 'postgres://x@127.0.0.1:1/x', WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_SECRET: 'well-hidden',
  DATA_KEYS: `k:${hex(16)}`, HASH_KEYS: `k:${hex(32)}`, SESSION_KEYS: `k:${hex(32)}`, RECEIPT_KEYS: `k:${hex(32)}`, AUDIT_KEYS: `k:${hex(32)}`,
}

let root: string
let said = ''
const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}
const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: root, stdio: 'ignore' })

beforeEach(() => {
  said = ''
  for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockImplementation((text) => { said += String(text); return true })
  root = mkdtempSync(path.join(tmpdir(), 'ship-functions-'))
  cpSync(path.join(__dirname, '../../config/deploy/cloudbaserc.json'), path.join(root, 'config/deploy/cloudbaserc.json'))
  write('.gitignore', 'dist/\n')
  for (const { name } of cloud.functions) for (const file of ['index.js', 'package.json']) write(`dist/cloudfunctions/${name}/${file}`, '{}')
  for (const words of [['init', '-q'], ['add', '.'], ['commit', '-qm', 'all']]) git(...words)
})
afterEach(() => {
  jest.restoreAllMocks()
  rmSync(root, { recursive: true })
})

test('nothing is missing where all is there', async () => {
  expect(await missingFunctions(root, environment)).toEqual([])
  expect(await shipFunctions(root, ['--dry-run'], environment)).toBe(true)
  expect(said).toContain('nothing was sent')
})

test.each<[string, NodeJS.ProcessEnv, string]>([
  ['a place', { VPC_ID: '' }, 'VPC_ID is not set.'],
  ['a database', { DATABASE_URL: undefined }, 'DATABASE_URL is not set.'],
  ['a key', { AUDIT_KEYS: undefined }, 'AUDIT_KEYS is not set.'],
  ['a door to sign in by', { WECHAT_APP_ID: undefined, WECHAT_SECRET: undefined }, 'nobody could sign in.'],
  ['a platform’s secret', { WECHAT_SECRET: undefined }, 'WECHAT_SECRET'],
])('%s is missed', async (_what, over, sentence) => {
  expect(await missingFunctions(root, { ...environment, ...over })).toEqual([expect.stringContaining(sentence)])
})

test('a wrong key is named and not said', async () => {
  expect((await missingFunctions(root, { ...environment, DATA_KEYS: 'k:well-hidden' })).join()).toMatch(/^(?!.*well-hidden).*DATA_KEYS/)
})

test.each<[string, () => void, string]>([
  ['a function that is not built', () => rmSync(path.join(root, 'dist/cloudfunctions/jobs/index.js')), 'dist/cloudfunctions/jobs is not built'],
  ['a source map in what is uploaded', () => write('dist/cloudfunctions/card/index.js.map', '{}'), 'card/index.js.map is a source map'],
  ['a tree that is not clean', () => write('new.txt', ''), 'The git tree is not clean'],
])('%s is missed', async (_what, spoil, sentence) => {
  spoil()
  expect(await missingFunctions(root, environment)).toEqual([expect.stringContaining(sentence)])
  expect(await shipFunctions(root, ['--deploy'], environment)).toBe(false)
  expect(said).toContain(sentence)
})

test('what contradicts itself is refused', async () => {
  await expect(shipFunctions(root, ['--dry-run', '--deploy'], environment)).rejects.toThrow('Usage: npm run ship:functions')
})
