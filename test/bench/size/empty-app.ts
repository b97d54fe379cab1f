import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const page = (name: string, other: string) => `
import { Text, View } from '@tarojs/components'
import Taro from '@tarojs/taro'

export default function Page() {
  return <View onClick={() => Taro.navigateTo({ url: '/pages/${other}/index' })}><Text>${name}</Text></View>
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
  'src/app.ts': "import type { PropsWithChildren } from 'react'\nexport default ({ children }: PropsWithChildren) => children\n",
  'src/index.html':
    '<!DOCTYPE html><html><head><script><%= htmlWebpackPlugin.options.script %></script></head><body><div id="app"></div></body></html>',
  'src/pages/one/index.tsx': page('one', 'two'),
  'src/pages/two/index.tsx': page('two', 'one'),
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
