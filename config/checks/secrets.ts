import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'

import { filesBelow } from './files'
import { findSecrets } from './find-secrets'

const root = path.resolve(__dirname, '../..')

// package-lock's are the packages' hashes; a picture has no text
const leftOut = /(^|\/)package-lock\.json$|\.(png|jpg|woff2|map)$/

const tracked = () => execFileSync('git', ['ls-files', '-z'], { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean)

/** What phones and browsers are given, where it is built. */
const built = () =>
  ['dist/weapp', 'dist/alipay', 'dist/h5'].filter((folder) => existsSync(path.join(root, folder)))
    .flatMap((folder) => filesBelow(path.join(root, folder)).map((file) => `${folder}/${file}`))

async function main(): Promise<void> {
  const files = [...tracked(), ...built()].filter((name) => !leftOut.test(name) && existsSync(path.join(root, name)))
    .map((name) => ({ name, content: readFileSync(path.join(root, name), 'utf8') }))
  const found = await findSecrets(files)
  for (const find of found) process.stderr.write(`${find}\n`)
  if (found.length === 0) process.stdout.write(`No key and no secret in ${files.length} files.\n`)
  process.exitCode = found.length === 0 ? 0 : 1
}

void main()
