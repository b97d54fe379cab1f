import { buildFunctions } from './build.mjs'
import { ensureInstalled, root } from './install.mjs'

/** `npm run serve`: the database and the functions alone, built where needed. */
ensureInstalled()
process.chdir(root)
if (!(await buildFunctions())) process.exit(1)
await import('../functions/serve.mjs')
