import { buildAll } from './build.mjs'
import { findBrowser } from './browser.mjs'
import { ensureInstalled } from './install.mjs'
import { runGathered } from './run.mjs'

const jest = (project, ...options) => () => runGathered('npx', ['jest', '-c', 'config/jest.config.mjs', '--selectProjects', project, ...options])
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

const parts = 4
/** The slowest of all, in parts that two can share; the last waits until the browser tests leave a core to spare. */
const functionTests = Array.from({ length: parts }, (_, part) => [`function tests, ${part + 1} of ${parts}`, jest('functions', `--shard=${part + 1}/${parts}`)])

/** Two of these at a time, since a machine has two cores at least; what is listed together goes one after the other. */
const together = [
  [['builds', builds], ['bundle checks', script('check:bundles')], ['no secrets', script('check:secrets')]],
  [['types', script('check:types')]],
  ...functionTests.slice(0, -1).map((part) => [part]),
  [['component tests', jest('component', 'terminal')]],
  [['lint', script('check:lint')]],
  [['unit tests', jest('unit')]],
  [['dependency rules', script('check:dependencies')]],
  [['nothing unused', script('check:unused')]],
  [['audit', script('check:audit')]],
]
/** Once all is built: browser tests, which take longest and wait for screens more than they work, and beside them one thing after the other. */
const built = [[['browser tests', withBrowser(jest('browser'))]], [['bundle tests', jest('bundles')], ...functionTests.slice(-1)]]
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
for (const groups of [together, built]) await Promise.all([takeWhileAny(groups), takeWhileAny(groups)])
await takeInTurn(alone)

if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`${passed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
