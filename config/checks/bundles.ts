import { existsSync } from 'node:fs'
import path from 'node:path'

import { compileWeapp } from './compile-weapp'
import { scanBundle } from './scan-bundle'
import { mainPackageWeight } from './weight'

// WeChat's and Alipay's limit for the main package
const packageLimit = 2 * 1024 * 1024

/** Everything wrong with the built bundles below `dist`. */
function faults(dist: string, release: boolean): string[] {
  return (['weapp', 'alipay'] as const).flatMap((platform) => {
    const folder = path.join(dist, platform)
    if (!existsSync(path.join(folder, 'app.json'))) return [`${platform} is not built: run npm run build:${platform}`]
    const { raw } = mainPackageWeight(folder)
    const found = [
      ...(platform === 'weapp' ? compileWeapp(folder) : []),
      ...scanBundle(folder, { release }),
      ...(raw > packageLimit ? [`the main package has ${raw} bytes, and the platform takes ${packageLimit}`] : []),
    ]
    return found.map((fault) => `${platform}: ${fault}`)
  })
}

const found = faults(path.resolve(__dirname, '../../dist'), process.argv.includes('--release'))
for (const fault of found) process.stderr.write(`${fault}\n`)
if (found.length === 0) process.stdout.write('The WeChat and Alipay bundles are sound.\n')
process.exitCode = found.length === 0 ? 0 : 1
