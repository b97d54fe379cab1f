import { parseArgs } from 'node:util'
import { buildToShip } from './build'
import { missingIn, type Act } from './missing'
import { send } from './send'
import { readShipment, type Shipment } from './shipment'
import type { ShopName } from './shop'

const usage = (platform: ShopName) => `Usage: npm run ship:${platform} -- [--build] [--dry-run | --preview | --upload]
  --build     builds dist/${platform} as it is shipped, before it is looked at
  --dry-run   says all that is missing, and sends nothing: the usual
  --preview   gives it to whoever tries it; needs no version
  --upload    gives it to the shop, as the version of the tag on this commit`

const options = { build: { type: 'boolean' }, 'dry-run': { type: 'boolean' }, preview: { type: 'boolean' }, upload: { type: 'boolean' } } as const

const read = (platform: ShopName, args: string[]) => {
  const { values } = parseArgs({ args, options })
  if ([values['dry-run'], values.preview, values.upload].filter(Boolean).length > 1) throw new Error(usage(platform))
  return values
}

const shown = ({ platform, git, shop, bundle: { files } }: Shipment): string =>
  [`${platform}: ${files.length} files, version ${git.version ?? 'none'}, ${git.description}`, ...Object.values(shop.guide).map((line) => `  privacy guide: ${line}`)].map((line) => `${line}\n`).join('')

/** Looks at a mini-program that is to be shipped, and sends it where that is asked for and nothing is missing. Throws sentences; false where something is missing. */
export const shipApp = (root: string, platform: ShopName, args: string[], environment: NodeJS.ProcessEnv): boolean => {
  const { build, preview, upload } = read(platform, args)
  if (build) buildToShip(root, platform, environment)
  const shipment = readShipment(root, platform, environment)
  if (!shipment) throw new Error(`Nothing is built in dist/${platform}: npm run ship:${platform} -- --build`)
  const act: Act = preview ? 'preview' : 'upload'
  const missing = missingIn(shipment, act)
  for (const sentence of missing) process.stderr.write(`${platform}: ${sentence}\n`)
  if (missing.length > 0) return false
  process.stdout.write(shown(shipment))
  if (preview || upload) send(shipment, act)
  else process.stdout.write('Nothing is missing, and nothing was sent: --preview or --upload does.\n')
  return true
}
