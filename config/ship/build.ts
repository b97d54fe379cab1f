import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { keepAside } from './built'
import { readGit } from './git'
import type { ShopName } from './shop'

/** Builds a bundle as citizens get it: nobody is played, and its source maps are kept aside. Throws a sentence where it cannot be built. */
export const buildToShip = (root: string, platform: ShopName, environment: NodeJS.ProcessEnv): void => {
  for (const old of [['dist', platform], ['dist', '.stamps', platform]]) rmSync(path.join(root, ...old), { recursive: true, force: true })
  const env = { ...environment, SANDBOX: 'off', SOURCE_MAPS: 'on' }
  const { status } = spawnSync('npm', ['run', '--silent', `build:${platform}`], { cwd: root, env, stdio: 'inherit', shell: process.platform === 'win32' })
  if (status !== 0) throw new Error(`dist/${platform} could not be built: the lines above say why.`)
  const { API_BASE = '', CLOUD_ENV = '', CLOUD_CALLS } = environment
  keepAside(root, platform, { commit: readGit(root).commit, API_BASE, CLOUD_ENV, CLOUD_CALLS: platform === 'weapp' && CLOUD_CALLS !== 'off' ? 'on' : 'off' })
}
