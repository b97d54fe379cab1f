import { resolve } from 'node:path'
import { defineConfig } from '@tarojs/cli'

const root = resolve(__dirname, '..')
const phoneOnly = { AbortController: [resolve(root, 'src/platform/abort-controller.ts'), 'AbortController'] }

/**
 * Settings of a build, all from the environment so that no one edits code for them:
 * API_BASE      where the phones' HTTPS calls go, without a final slash
 * H5_API_BASE   where the browser's calls go; without it to the page's own origin, which serves the preview too
 * CLOUD_CALLS   `off` lets the WeChat build call over HTTPS (local work); else it calls wx.cloud.callFunction
 * CLOUD_ENV     the id of WeChat's cloud environment
 * SANDBOX       `off` takes the demo citizens and the played identity check out
 * SOURCE_MAPS   `on` writes source maps of the phone builds, which no file of the bundle names: ship:weapp and ship:alipay keep them aside
 */
const settings = (platform: string) => {
  const apiBase = platform === 'h5' ? process.env['H5_API_BASE'] ?? '' : process.env['API_BASE'] ?? 'http://127.0.0.1:8080'
  const cloudCalls = platform === 'weapp' && process.env['CLOUD_CALLS'] !== 'off'
  return {
    API_BASE: JSON.stringify(apiBase),
    CLOUD_CALLS: JSON.stringify(cloudCalls ? 'on' : 'off'),
    CLOUD_ENV: JSON.stringify(process.env['CLOUD_ENV'] ?? ''),
    SANDBOX: JSON.stringify(process.env['SANDBOX'] ?? 'on'),
  }
}

// Taro's own settings for the minifier leave most of its work undone, and write each Chinese character as six bytes
const minify = {
  ecma: 2020,
  arrows: true, collapse_vars: true, comparisons: true, computed_props: true, hoist_props: true, inline: true, loops: true,
  negate_iife: true, properties: true, reduce_funcs: true, reduce_vars: true, switches: true, typeofs: true, passes: 2,
} as const
const terser = { enable: true, config: { compress: minify, output: { ecma: 2020, ascii_only: false } } }

export default defineConfig<'webpack5'>(() => {
  const platform = process.env['TARO_ENV'] ?? 'h5'
  // a pixel stays a CSS pixel on every width: a target of 44 must not shrink to 37 on a small phone, nor text double on a tablet
  const pxtransform = { enable: false, config: {} }
  return {
    projectName: 'lost-card',
    date: '2025-1-1',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    outputRoot: `dist/${platform}`,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    // on only so that Taro does not advise it: what it keeps is switched off below, since it cannot be relied on
    cache: { enable: true },
    logger: { quiet: true, stats: false },
    alias: { '@': resolve(root, 'src'), '@tanstack/query-core': resolve(root, 'node_modules/@tanstack/query-core/build/legacy/index.js') },
    env: settings(platform),
    plugins: [resolve(__dirname, 'plugins/aria.ts')],
    terser,
    mini: {
      enableSourceMap: process.env['SOURCE_MAPS'] === 'on',
      sourceMapType: 'hidden-source-map',
      // no screen here is written in HTML
      runtime: { enableInnerHTML: false },
      // what only later pages use goes with them
      optimizeMainPackage: { enable: true },
      postcss: { pxtransform },
      // a phone's map takes no picture that is written into the code: every image stays a file
      imageUrlLoaderOption: { limit: true },
      webpackChain: (chain, webpack) => {
        // what a phone does not use of the domain (the deciders, the cities' rules) stays off the phone
        chain.merge({ module: { rule: { pure: { test: /\.tsx?$/, include: [resolve(root, 'src')], sideEffects: false } } } })
        chain.merge({ module: { rule: { clock: { test: /node_modules[\\/]supercluster[\\/]/, use: { clock: { loader: resolve(__dirname, 'plugins/clock.js') } } } } } })
        chain.cache(false)
        chain.plugin('provideAbortController').use(webpack.ProvidePlugin, [phoneOnly])
      },
    },
    h5: {
      publicPath: '/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      webpackChain: (chain) => {
        chain.performance.hints(false)
        chain.cache(false)
      },
      postcss: { pxtransform },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
    },
  }
})
