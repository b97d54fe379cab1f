import { createRequire } from 'node:module'

// A function's first answer in a fresh process: loading the bundle, reading the settings, reaching the database.
const started = performance.now()
const { main } = createRequire(import.meta.url)(process.argv[2])
const loaded = performance.now()
const reply = await main(JSON.parse(process.argv[3]), {})
process.send({ ok: reply.ok, load: loaded - started, answer: performance.now() - started })
process.disconnect()
