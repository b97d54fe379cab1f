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

/** The most of all, in parts that two can share. */
const functionTests = ['1/2', '2/2'].map((part) => [`function tests, ${part}`, together('functions', { PART: part })])

/** Two of these at a time, since a machine has two cores at least; what is listed together goes one after the other. */
const first = [
  [['builds', builds], ['bundle checks', script('check:bundles')], ['no secrets', script('check:secrets')]],
  [functionTests[0]],
  [['component tests', jest('component', 'terminal')]],
  [['types', script('check:types')]],
  [['lint', script('check:lint')]],
  [['unit tests', jest('unit')]],
  [['dependency rules', script('check:dependencies')]],
  [['nothing unused', script('check:unused')]],
  [['audit', script('check:audit')]],
]
/** Once all is built: what runs in a browser, beside the rest. */
const built = [[['browser tests', withBrowser(together('browser'))]], [['bundle tests', together('bundles')], functionTests[1]]]
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

const takeWhileAny = async (groups) => {
  for (let group = groups.shift(); group; group = groups.shift()) await takeInTurn(group)
}

ensureInstalled()
for (const groups of [first, built]) await Promise.all([takeWhileAny(groups), takeWhileAny(groups)])
await takeInTurn(alone)

if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`${passed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
