import { buildAll } from './build.mjs'
import { findBrowser } from './browser.mjs'
import { ensureInstalled, run } from './install.mjs'

const jest = (project) => () => run('npx', ['jest', '-c', 'config/jest.config.mjs', '--selectProjects', project])
const script = (name) => () => run('npm', ['run', '--silent', name])

/** No browser: a failure where everything must be tested, a clear word elsewhere. */
function browserTests() {
  if (findBrowser()) return jest('browser')()
  console.log('No Chromium was found, so the browser tests did not run. Install it, or set CHROMIUM_PATH to its program.')
  return process.env.CI !== 'true'
}

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
  ['browser tests', browserTests],
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
