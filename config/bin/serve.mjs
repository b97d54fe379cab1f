import { buildFunctions } from './build.mjs'
import { ensureInstalled, root } from './install.mjs'

/** `npm run serve`: the database and the functions alone, built where needed, until Ctrl-C. */
ensureInstalled()
process.chdir(root)
if (!buildFunctions()) process.exit(1)

try {
  const { functionsFolder, hostFile } = await import('../functions/build.mjs')
  const { serve, untilStopped } = await import(hostFile)
  const served = await serve({ functions: functionsFolder, environment: process.env })
  console.log(`\n  Functions  ${served.address}${served.dataDir ? `\n  Data       ${served.dataDir}` : ''}\n\n  Ctrl-C stops everything.\n`)
  await untilStopped(served)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
