import { counterFolder, docsFolder, functionsFolder, hostFile, verifyFolder } from './build.mjs'
import { withPlatforms } from './platforms.mjs'

const say = ({ address, dataDir }, platforms) => console.log(`
  Functions  ${address}
  Counter    ${address}/counter
  Receipts   ${address}/verify
  API        ${address}/docs${platforms.address ? `\n  Platforms  WeChat's and Alipay's servers are played at ${platforms.address}` : ''}${dataDir ? `\n  Data       ${dataDir}` : ''}

  Ctrl-C stops everything.
`)

/** Serves what is built, without the browser preview, until Ctrl-C. */
try {
  const { serve, untilStopped } = await import(hostFile)
  await withPlatforms(process.env, async (platforms) => {
    const served = await serve({ functions: functionsFolder, counter: counterFolder, verify: verifyFolder, docs: docsFolder, environment: platforms.environment })
    const stopped = untilStopped(served)
    say(served, platforms)
    await stopped
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
