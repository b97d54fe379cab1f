import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { buildAll } from './build.mjs'
import { ensureInstalled } from './install.mjs'

/** `npm run test:devtools`: the journey that DevTools can do, in WeChat's real DevTools; says what is missing where it cannot. */

/** Where its command line lies unless it was installed elsewhere: https://developers.weixin.qq.com/miniprogram/dev/devtools/auto/automator.html */
const usual = ['/Applications/wechatwebdevtools.app/Contents/MacOS/cli', 'C:/Program Files (x86)/Tencent/微信web开发者工具/cli.bat']

const shell = process.platform === 'win32'

const run = (command, args, env, stdio) => spawnSync(command, args, { stdio, shell, env: { ...process.env, ...env }, encoding: 'utf8' })

const missingIn = (cli) => {
  if (cli === undefined) return 'WeChat DevTools is not where it usually is (macOS, Windows; there is none for Linux from WeChat): WECHAT_DEVTOOLS_CLI names its command line.'
  if (!existsSync(cli)) return `WECHAT_DEVTOOLS_CLI names no file: ${cli}`
  const { status, stdout, stderr } = run(cli, ['islogin'], {}, 'pipe')
  return status === 0 ? null : `DevTools does not answer its command line: switch on 设置 → 安全设置 → 服务端口, and sign in. It says:\n${stdout ?? ''}${stderr ?? ''}`
}

const test = (cli) =>
  run('npx', ['jest', '-c', 'config/jest.config.mjs', '--selectProjects', 'bundles', '--testPathPatterns', 'e2e/devtools'], { WECHAT_DEVTOOLS_CLI: cli }, 'inherit').status === 0

const cli = process.env.WECHAT_DEVTOOLS_CLI ?? usual.find(existsSync)
const missing = missingIn(cli)
if (missing !== null) {
  console.error(missing)
  process.exitCode = 1
} else {
  ensureInstalled()
  const built = await buildAll({ API_BASE: 'http://127.0.0.1:8080', CLOUD_CALLS: 'on' }, { SANDBOX: 'off' })
  process.exitCode = built && test(cli) ? 0 : 1
}
