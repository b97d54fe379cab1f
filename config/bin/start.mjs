import { buildAll } from './build.mjs'
import { ensureInstalled, root } from './install.mjs'

const port = process.env.PORT ?? '8080'

ensureInstalled()
process.chdir(root)
// the phone builds call the functions over HTTPS-style requests here, since no cloud environment belongs to a local start
if (!buildAll({ API_BASE: `http://127.0.0.1:${port}`, CLOUD_CALLS: 'off' })) process.exit(1)

const { register } = await import('tsx/esm/api')
register()
const { startPreview } = await import('../../cloudfunctions/host/cli/start.ts')
await startPreview({ port: Number(port) })
