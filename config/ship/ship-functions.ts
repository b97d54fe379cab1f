import path from 'node:path'
import { parseArgs } from 'node:util'
import { missingFunctions } from './missing-functions'
import { runTool, tools } from './tool'

const usage = `Usage: npm run ship:functions -- [--dry-run | --deploy]
  --dry-run   says all that is missing, and sends nothing: the usual
  --deploy    gives every function to Tencent's cloud; npx --package ${tools.functions.name} tcb login comes before`

const options = { 'dry-run': { type: 'boolean' }, deploy: { type: 'boolean' } } as const

/** Looks at the functions as they are built, and deploys them where that is asked for and nothing is missing. Throws sentences; false where something is missing. */
export const shipFunctions = async (root: string, args: string[], environment: NodeJS.ProcessEnv): Promise<boolean> => {
  const { values } = parseArgs({ args, options })
  if (values['dry-run'] && values.deploy) throw new Error(usage)
  const missing = await missingFunctions(root, environment)
  for (const sentence of missing) process.stderr.write(`functions: ${sentence}\n`)
  if (missing.length > 0) return false
  if (values.deploy) runTool(tools.functions, ['fn', 'deploy', '--all', '--config-file', path.join('config', 'deploy', 'cloudbaserc.json')], root, environment)
  else process.stdout.write('Nothing is missing, and nothing was sent: --deploy does. npm run migrate comes before it, docs/operations.md.\n')
  return true
}
