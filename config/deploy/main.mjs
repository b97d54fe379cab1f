import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

/** What the image runs: the service, or an operator's command by its name in package.json (`cards:import FILE`). All settings come from the environment. */
const [name = 'serve', ...args] = process.argv.slice(2)
// an import would read each bundle once more for its names: half a second of every start
const require = createRequire(import.meta.url)
const built = (folder) => fileURLToPath(new URL(`../../dist/${folder}`, import.meta.url))

const serveUntilStopped = async () => {
  const { serve, untilStopped } = require('../../dist/host/index.js')
  const pages = { preview: built('h5'), counter: built('counter'), verify: built('verify'), docs: built('host/docs') }
  const served = await serve({ functions: built('cloudfunctions'), ...pages, environment: process.env })
  const stopped = untilStopped(served)
  console.log(JSON.stringify({ code: 'serving', address: served.address }))
  await stopped
}

const run = async () => {
  const { runNamed } = require('../../dist/host/commands.js')
  process.exitCode = await runNamed(name, args)
}

try {
  await (name === 'serve' ? serveUntilStopped() : run())
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
