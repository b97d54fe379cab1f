import { spawn } from 'node:child_process'
import path from 'node:path'

/** Builds the Taro app in a folder for one platform, as for publishing; rejects with what the build printed. */
export function buildTaro(folder: string, platform: string): Promise<void> {
  const cli = path.join(folder, 'node_modules/@tarojs/cli/bin/taro')
  const build = spawn(process.execPath, [cli, 'build', '--type', platform, '--disable-global-config'], {
    cwd: folder,
    env: { ...process.env, NODE_ENV: 'production' },
  })
  let printed = ''
  for (const stream of [build.stdout, build.stderr]) stream.on('data', (chunk: Buffer) => (printed += chunk.toString()))
  return new Promise((resolve, reject) => {
    build.on('error', reject)
    build.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`buildFailed: the empty app for ${platform}:\n${printed}`))))
  })
}
