import { buildServer } from './build.mjs'
import { ensureInstalled, root } from './install.mjs'

/** `npm run serve`: the database and the functions alone, built where needed. */
ensureInstalled()
process.chdir(root)
if (!(await buildServer())) process.exit(1)
await import('../functions/serve.mjs')
