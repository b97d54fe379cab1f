import { fileURLToPath } from 'node:url'
import { buildAll } from './build.mjs'
import { ensureInstalled, root } from './install.mjs'

/** `npm start`: everything, built where needed, until Ctrl-C. */
const port = process.env.PORT ?? '8080'
const inProject = (path) => fileURLToPath(new URL(path, `file://${root}`))

async function demoCitizens(address) {
  const reply = await fetch(`${address}/session/demoCitizens`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' })
  const { data } = await reply.json()
  return data.citizens.map(({ id, name, note, idNumber, newcomer }) => `    ${id.padEnd(18)}${name}  ${note}${newcomer ? ` ${idNumber}` : ''}`).join('\n')
}

const say = async ({ address, sandbox, dataDir }, platforms) => console.log(`
  Preview    ${address}
  Counter    ${address}/counter
  Receipts   ${address}/verify
  API        ${address}/docs
  WeChat     ${inProject('dist/weapp')}   (in WeChat DevTools, open ${root})
  Alipay     ${inProject('dist/alipay')}
  Functions  ${inProject('dist/cloudfunctions')}${platforms.address ? `\n  Platforms  WeChat's and Alipay's servers are played at ${platforms.address}` : ''}${dataDir ? `\n  Data       ${dataDir}` : ''}
${sandbox ? `\n  Terminal   a browser becomes one by the code DEMO-KIOSK, once a start\n\n  Demo citizens, to sign in as:\n${await demoCitizens(address)}\n` : ''}
  Ctrl-C stops everything.
`)

ensureInstalled()
process.chdir(root)
// the phone builds call the functions over HTTP here, since no cloud environment belongs to a local start
if (!(await buildAll({ API_BASE: `http://127.0.0.1:${port}`, CLOUD_CALLS: 'off' }))) process.exit(1)

try {
  const { counterFolder, docsFolder, functionsFolder, hostFile, verifyFolder } = await import('../functions/build.mjs')
  const { withPlatforms } = await import('../functions/platforms.mjs')
  const { serve, untilStopped } = await import(hostFile)
  await withPlatforms(process.env, async (platforms) => {
    const served = await serve({ functions: functionsFolder, preview: inProject('dist/h5'), counter: counterFolder, verify: verifyFolder, docs: docsFolder, environment: platforms.environment })
    const stopped = untilStopped(served)
    await say(served, platforms)
    await stopped
  })
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
