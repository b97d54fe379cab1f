import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as v from 'valibot'
import { filesBelow } from '../checks/files'
import { bundleIn, fingerprintOf } from './bundle'
import type { ShopName } from './shop'

const built = v.object({ commit: v.string(), fingerprint: v.string(), API_BASE: v.string(), CLOUD_CALLS: v.string(), CLOUD_ENV: v.string() })
/** What a bundle was built from and for, as it is kept beside its source maps. */
export type Built = v.InferOutput<typeof built>

/** Where a bundle's source maps are kept: beside what is uploaded, never in it. */
export const mapsOf = (root: string, platform: ShopName): string => path.join(root, 'dist', 'maps', platform)
const noteOf = (root: string, platform: ShopName): string => path.join(mapsOf(root, platform), 'built.json')

/** Null where the bundle was not built to be shipped. */
export const readBuilt = (root: string, platform: ShopName): Built | null => {
  const file = noteOf(root, platform)
  return existsSync(file) ? v.parse(built, JSON.parse(readFileSync(file, 'utf8'))) : null
}

/** Takes the source maps out of a bundle that was just built, and notes what it is. */
export const keepAside = (root: string, platform: ShopName, from: Omit<Built, 'fingerprint'>): void => {
  const [folder, maps] = [path.join(root, 'dist', platform), mapsOf(root, platform)]
  rmSync(maps, { recursive: true, force: true })
  for (const file of filesBelow(folder).filter((one) => one.endsWith('.map'))) {
    mkdirSync(path.dirname(path.join(maps, file)), { recursive: true })
    renameSync(path.join(folder, file), path.join(maps, file))
  }
  const bundle = bundleIn(folder)
  if (!bundle) throw new Error(`Nothing was built in dist/${platform}.`)
  mkdirSync(maps, { recursive: true })
  writeFileSync(noteOf(root, platform), JSON.stringify({ ...from, fingerprint: fingerprintOf(bundle) }))
}
