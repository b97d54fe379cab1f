import { buildFunctions, functionsFolder, hostFile } from '../functions/build.mjs'

/** `npm run serve`: the database and the functions alone, until Ctrl-C. */
try {
  await buildFunctions()
  const { serve, untilStopped } = await import(hostFile)
  const served = await serve({ functions: functionsFolder, environment: process.env })
  console.log(`${served.sandbox ? 'Sandbox' : 'Functions'} at ${served.address}\nCtrl-C stops it.`)
  await untilStopped(served)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
