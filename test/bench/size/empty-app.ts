import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

// as in Taro's own default template, with a second page and a counter: without any state an app is 15 KB lighter, as no app ever is
const app = `
import type { PropsWithChildren } from 'react'
import { useLaunch } from '@tarojs/taro'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => console.log('App launched.'))
  return children
}
`

const page = (name: string) => `
import { Text, View } from '@tarojs/components'
import { useLoad } from '@tarojs/taro'
import { useState } from 'react'

export default function Page() {
  const [count, setCount] = useState(0)
  useLoad(() => console.log('Page loaded.'))
  return <View onClick={() => setCount(count + 1)}><Text>${name} {count}</Text></View>
}
`

const config = `
module.exports = {
  projectName: 'empty',
  date: '2025-1-1',
  designWidth: 375,
  deviceRatio: { 375: 2 },
  sourceRoot: 'src',
  outputRoot: 'dist/' + process.env.TARO_ENV,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: false },
  logger: { quiet: true, stats: false },
  mini: {},
  h5: { publicPath: '/', staticDirectory: 'static' },
}
`

const manifest = {
  name: 'empty',
  version: '1.0.0',
  private: true,
  browserslist: ['last 3 versions', 'Android >= 4.1', 'ios >= 8'],
  babel: { presets: [['taro', { framework: 'react', ts: true, compiler: 'webpack5', useBuiltIns: 'usage' }]] },
}

const files: Record<string, string> = {
  'package.json': JSON.stringify(manifest),
  'config/index.js': config,
  'project.config.json': JSON.stringify({ miniprogramRoot: './', projectname: 'empty', appid: 'touristappid' }),
  'src/app.config.ts': "export default defineAppConfig({ pages: ['pages/one/index', 'pages/two/index'] })\n",
  'src/app.ts': app,
  'src/index.html':
    '<!DOCTYPE html><html><head><script><%= htmlWebpackPlugin.options.script %></script></head><body><div id="app"></div></body></html>',
  'src/pages/one/index.tsx': page('one'),
  'src/pages/two/index.tsx': page('two'),
}

/** Writes the smallest Taro React app of two pages into a new folder, on the project's own packages. */
export function writeEmptyApp(nodeModules: string): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'empty-taro-'))
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    writeFileSync(path.join(folder, file), content)
  }
  symlinkSync(nodeModules, path.join(folder, 'node_modules'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
