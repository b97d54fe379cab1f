import { existsSync } from 'node:fs'
import path from 'node:path'

import { mainPackageWeight } from '../../config/checks/weight'
import { buildTaro } from './size/build'
import { writeEmptyApp } from './size/empty-app'
import type { Row } from './table'

/** How heavy our WeChat main package may be, beside an empty app's. */
const target = 1.5

const root = path.resolve(__dirname, '../..')
// with the file whose presence says that a build is there
const platforms = { weapp: 'app.json', alipay: 'app.json', h5: 'index.html' }

interface Weighed {
  readonly platform: string
  readonly ours: number
  readonly empty: number
}

/** Builds an empty app and weighs our built bundles against it, in gz bytes. */
async function compare(): Promise<Weighed[]> {
  const missing = Object.entries(platforms).flatMap(([platform, file]) => (existsSync(path.join(root, 'dist', platform, file)) ? [] : [platform]))
  if (missing.length > 0) throw new Error(`notBuilt: build ${missing.join(', ')} first, with npm run build:PLATFORM`)
  const { folder, remove } = writeEmptyApp(path.join(root, 'node_modules'))
  try {
    const weighed: Weighed[] = []
    for (const platform of Object.keys(platforms)) {
      await buildTaro(folder, platform)
      const weigh = (app: string) => mainPackageWeight(path.join(app, 'dist', platform)).gz
      weighed.push({ platform, ours: weigh(root), empty: weigh(folder) })
    }
    return weighed
  } finally {
    remove()
  }
}

const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB gz`

/** Main packages; in the browser every file counts, also those of pages loaded later. */
export const measureSize = async (): Promise<Row[]> =>
  (await compare()).map(({ platform, ours, empty }) => ({
    what: `size, ${platform}`, ours: kb(ours), baseline: `an empty Taro app ${kb(empty)}`, ratio: ours / empty, ...(platform === 'weapp' && { target: { atMost: target } }),
  }))
