import { build } from 'esbuild'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileAsync } from 'sass'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Bundles a page to `dist/<name>/`. */
const buildPage = async (name) => {
  const [source, out] = [join(root, 'src', 'web', name), join(root, 'dist', name)]
  await mkdir(out, { recursive: true })
  const [{ css }, page] = await Promise.all([
    compileAsync(join(source, 'index.scss'), { style: 'compressed' }),
    readFile(join(source, 'index.html')),
    build({
      absWorkingDir: root, entryPoints: [join(source, 'index.tsx')], outfile: join(out, 'index.js'), bundle: true, minify: true, charset: 'utf8',
      target: 'es2022', jsx: 'automatic', legalComments: 'none', logLevel: 'warning', define: { 'process.env.NODE_ENV': '"production"' },
    }),
  ])
  await Promise.all([writeFile(join(out, 'index.css'), css), writeFile(join(out, 'index.html'), page)])
}

/** The page of a counter, and the one that checks receipts: they run in browsers alone, and no phone carries them. */
await Promise.all(['counter', 'verify'].map(buildPage))
