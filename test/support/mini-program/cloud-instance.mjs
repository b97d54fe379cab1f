import { createRequire } from 'node:module'

// One instance of one deployed function: a process that serves one call after another, and finds who calls in its own
// environment, as in WeChat's cloud.
const { main } = createRequire(import.meta.url)(process.argv[2])

process.on('message', async ({ event, context, environment }) => {
  Object.assign(process.env, environment)
  try {
    process.send({ result: await main(event, context) })
  } catch (thrown) {
    process.send({ error: String(thrown?.message ?? thrown) })
  }
})

process.on('disconnect', () => process.exit())
