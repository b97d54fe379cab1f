import { buildAll } from './build.mjs'
import { findBrowser } from './browser.mjs'
import { ensureInstalled } from './install.mjs'
import { runGathered } from './run.mjs'

const jest = (project, ...options) => () => runGathered('npx', ['jest', '-c', 'config/jest.config.mjs', '--selectProjects', project, ...options])
/** All files of a kind in one process. */
const together = (kind, env = {}) => () => runGathered('npx', ['jest', '-c', 'config/jest.config.mjs', '--selectProjects', 'together', '--runInBand', '--verbose=false', '--testPathPatterns', `together/${kind}`], env)
const script = (name) => () => runGathered('npm', ['run', '--silent', name])

/** As released: WeChat calls through its cloud, Alipay and the browser over HTTPS; on the phones nobody is played, in the browser's preview all are. */
const builds = async () => ({ ok: await buildAll({ API_BASE: 'http://127.0.0.1:8080', CLOUD_CALLS: 'on' }, { SANDBOX: 'off' }), output: '' })

const noBrowser = 'No Chromium was found, so the browser tests did not run. Install it, or set CHROMIUM_PATH to its program.\n'
/** No browser: a failure where everything must be tested, a clear word and the tests that need none elsewhere. */
const withBrowser = (tests, others = async () => ({ ok: true, output: '' })) => async () => {
  if (findBrowser()) return tests()
  const { ok, output } = await others()
  return { ok: ok && process.env.CI !== 'true', output: `${noBrowser}${output}` }
}

/** The most of all, in parts. */
const functionTests = ['1/3', '2/3', '3/3'].map((part) => [`function tests, ${part}`, together('functions', { PART: part })])

const builtFirst = [['builds', builds], ['bundle checks', script('check:bundles')], ['no secrets', script('check:secrets')]]
const onceBuilt = [['browser tests', withBrowser(together('browser'))], ['bundle tests', together('bundles')]]
/** What needs no build. */
const meanwhile = [
  ...functionTests,
  ['component tests', jest('component', 'terminal')],
  ['types', script('check:types')],
  ['lint', script('check:lint')],
  ['unit tests', jest('unit')],
  ['dependency rules', script('check:dependencies')],
  ['nothing unused', script('check:unused')],
  ['audit', script('check:audit')],
]
/** With `--full` only. */
const alone = [
  ...(process.argv.includes('--full') ? [['full tests', withBrowser(jest('full'), jest('full', '--testPathIgnorePatterns', 'modes'))]] : []),
]

const failed = []
const passed = []

const take = async ([name, step]) => {
  const began = Date.now()
  const { ok, output } = await step()
  ;(ok ? passed : failed).push(name)
  console.log(`\n── ${name}\n${output}── ${name}: ${ok ? 'passed' : 'FAILED'} after ${((Date.now() - began) / 1000).toFixed(1)} s`)
}
const takeInTurn = async (steps) => {
  for (const step of steps) await take(step)
}

const takeWhileAny = async (steps) => {
  for (let step = steps.shift(); step; step = steps.shift()) await take(step)
}

/** One more than a small machine has cores: tests with a database or a browser wait for it more than they work. */
const takeAll = async () => {
  const steps = [...meanwhile]
  const buildAndGoOn = async () => {
    await takeInTurn(builtFirst)
    steps.unshift(...onceBuilt)
    await takeWhileAny(steps)
  }
  await Promise.all([buildAndGoOn(), takeWhileAny(steps), takeWhileAny(steps)])
}

ensureInstalled()
await takeAll()
await takeInTurn(alone)

if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`${passed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
