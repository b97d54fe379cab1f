import { existsSync } from 'node:fs'
import path from 'node:path'

import { mainPackageWeight } from '../../config/checks/weight'
import { buildTaro } from './size/build'
import { writeEmptyApp } from './size/empty-app'

/** How heavy our WeChat main package may be, beside an empty app's. */
const target = 1.5

const root = path.resolve(__dirname, '../..')
// with the file whose presence says that a build is there
const platforms = { weapp: 'app.json', alipay: 'app.json', h5: 'index.html' }

interface Row {
  platform: string
  ours: number
  empty: number
}

/** Builds an empty app and weighs our built bundles against it, in gz bytes. */
async function compare(): Promise<Row[]> {
  const missing = Object.entries(platforms).flatMap(([platform, file]) => (existsSync(path.join(root, 'dist', platform, file)) ? [] : [platform]))
  if (missing.length > 0) throw new Error(`notBuilt: build ${missing.join(', ')} first, with npm run build:PLATFORM`)
  const { folder, remove } = writeEmptyApp(path.join(root, 'node_modules'))
  try {
    const rows: Row[] = []
    for (const platform of Object.keys(platforms)) {
      await buildTaro(folder, platform)
      const weigh = (app: string) => mainPackageWeight(path.join(app, 'dist', platform)).gz
      rows.push({ platform, ours: weigh(root), empty: weigh(folder) })
    }
    return rows
  } finally {
    remove()
  }
}

function print(rows: Row[]): void {
  const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`.padStart(11)
  console.log(`${'gz'.padEnd(8)}${'ours'.padStart(11)}${'empty'.padStart(11)}${'ratio'.padStart(8)}${'target'.padStart(8)}`)
  for (const { platform, ours, empty } of rows) {
    const goal = platform === 'weapp' ? `≤ ${target}` : '–'
    console.log(`${platform.padEnd(8)}${kb(ours)}${kb(empty)}${(ours / empty).toFixed(2).padStart(8)}${goal.padStart(8)}`)
  }
  console.log('main packages; for h5 every file counts, also those of pages loaded later')
}

async function main(): Promise<void> {
  const rows = await compare()
  print(rows)
  const weapp = rows.find(({ platform }) => platform === 'weapp')
  if (weapp && weapp.ours / weapp.empty > target) process.exitCode = 1
}

main().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown)
  process.exitCode = 1
})
