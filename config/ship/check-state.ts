import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { compileWeapp } from '../checks/compile-weapp'
import { scanBundle } from '../checks/scan-bundle'
import { mapsOf } from './built'
import { fingerprintOf } from './bundle'
import type { Check } from './shipment'

export const clean: Check = ({ git }) => (git.clean ? [] : ['The git tree is not clean: commit what is changed, or take it away.'])
export const version: Check = ({ git }) => (git.version === null ? ['This commit has no version: git tag v1.2.3 gives it one.'] : [])

const again = (platform: string) => `npm run ship:${platform} -- --build`

/** It was built to be shipped, from this commit, and is as it was built. */
export const provenance: Check = ({ platform, built, bundle, git }) => {
  if (!built) return [`dist/${platform} was not built to be shipped: ${again(platform)}.`]
  if (built.fingerprint !== fingerprintOf(bundle)) return [`dist/${platform} is not as it was built to be shipped: ${again(platform)}.`]
  return built.commit === git.commit ? [] : [`dist/${platform} is of another commit: ${again(platform)}.`]
}

export const maps: Check = ({ root, platform, bundle: { folder, files } }) => [
  ...files.filter((file) => file.endsWith('.map')).map((file) => `${file} is a source map within what would be uploaded.`),
  ...files.filter((file) => file.endsWith('.js') && readFileSync(path.join(folder, file), 'utf8').includes('sourceMappingURL=')).map((file) => `${file} says where its source map is.`),
  ...(existsSync(path.join(mapsOf(root, platform), 'app.js.map')) ? [] : [`dist/maps/${platform} has no source maps: an error of this version could not be read. ${again(platform)}.`]),
]

/** What the platforms' own compilers and the scan for what must not be published say. */
export const soundness: Check = ({ platform, bundle: { folder } }) =>
  [...(platform === 'weapp' ? compileWeapp(folder) : []), ...scanBundle(folder, { release: true })]
