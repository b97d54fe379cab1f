import { build } from 'esbuild'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compileAsync } from 'sass'

const root = fileURLToPath(new URL('../..', import.meta.url))
const source = join(root, 'src', 'web', 'counter')
const out = join(root, 'dist', 'counter')

/** Bundles the page of a counter to `dist/counter/`: it runs in browsers alone, and no phone carries it. */
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
