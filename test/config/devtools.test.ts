import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const script = path.resolve(__dirname, '../../config/bin/devtools.mjs')
const folder = mkdtempSync(path.join(tmpdir(), 'devtools-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A command line that answers so, where the real one would be. */
const cliThat = (says: string, code: number): string => {
  const file = path.join(folder, `cli-${code}`)
  writeFileSync(file, `#!/bin/sh\necho '${says}'\nexit ${code}\n`, { mode: 0o755 })
  return file
}

test.each<[string, string, string]>([
  ['no file', path.join(folder, 'nowhere'), 'WECHAT_DEVTOOLS_CLI names no file'],
  ['a service port that is off', cliThat('IDE service port disabled', 1), 'switch on 设置 → 安全设置 → 服务端口, and sign in. It says:\nIDE service port disabled'],
])('%s is said, and nothing is built', (_what, cli, sentence) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { env: { ...process.env, WECHAT_DEVTOOLS_CLI: cli }, encoding: 'utf8' })
  expect([status, stdout, stderr]).toEqual([1, '', expect.stringContaining(sentence)])
})
