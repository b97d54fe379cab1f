import { createRequire } from 'node:module'
import { parentPort, workerData } from 'node:worker_threads'

// One instance of one deployed function: it serves one call after another, and finds who calls in its own environment,
// as in WeChat's cloud.
const { main } = createRequire(import.meta.url)(workerData.file)

parentPort.on('message', async ({ event, context, environment }) => {
  Object.assign(process.env, environment)
  try {
    parentPort.postMessage({ result: await main(event, context) })
  } catch (thrown) {
    parentPort.postMessage({ error: String(thrown?.message ?? thrown) })
  }
})
