import { functionsFolder, hostFile } from './build.mjs'

/** Serves what is built, without the browser preview, until Ctrl-C. */
try {
  const { serve, untilStopped } = await import(hostFile)
  const served = await serve({ functions: functionsFolder, environment: process.env })
  console.log(`\n  Functions  ${served.address}${served.dataDir ? `\n  Data       ${served.dataDir}` : ''}\n\n  Ctrl-C stops everything.\n`)
  await untilStopped(served)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
