import { buildAll } from './build.mjs'
import { findBrowser } from './browser.mjs'
import { ensureInstalled, run } from './install.mjs'

const jest = (project, ...options) => () => run('npx', ['jest', '-c', 'config/jest.config.mjs', '--selectProjects', project, ...options])
const script = (name) => () => run('npm', ['run', '--silent', name])

/** No browser: a failure where everything must be tested, a clear word and the tests that need none elsewhere. */
const withBrowser = (tests, others = () => true) => () => {
  if (findBrowser()) return tests()
  console.log('No Chromium was found, so the browser tests did not run. Install it, or set CHROMIUM_PATH to its program.')
  return others() && process.env.CI !== 'true'
}

/** Every screen in every look, a long history, a database killed over and over, a whole city's cards: with `--full` only. */
const full = ['full tests', withBrowser(jest('full'), jest('full', '--testPathIgnorePatterns', 'modes'))]

const steps = [
  ['types', script('check:types')],
  ['lint', script('check:lint')],
  ['dependency rules', script('check:dependencies')],
  ['nothing unused', script('check:unused')],
  ['unit tests', jest('unit')],
  ['component tests', jest('component')],
  // as released: WeChat calls through its cloud, Alipay and the browser over HTTPS
  ['builds', () => buildAll({ API_BASE: 'http://127.0.0.1:8080', CLOUD_CALLS: 'on' })],
  ['bundle checks', script('check:bundles')],
  ['function tests', jest('functions')],
  ['bundle tests', jest('bundles')],
  ['browser tests', withBrowser(jest('browser'))],
  ...(process.argv.includes('--full') ? [full] : []),
]

ensureInstalled()
const failed = []
for (const [name, step] of steps) {
  console.log(`\n── ${name}`)
  const began = Date.now()
  if (!step()) failed.push(name)
  console.log(`── ${name}: ${failed.includes(name) ? 'FAILED' : 'passed'} after ${((Date.now() - began) / 1000).toFixed(1)} s`)
}

if (failed.length > 0) console.log(`\nFailed: ${failed.join(', ')}`)
console.log(`${steps.length - failed.length} passed, ${failed.length} failed`)
process.exit(failed.length > 0 ? 1 : 0)
