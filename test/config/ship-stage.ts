import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { keepAside } from '../../config/ship/built'
import { missingIn, type Act } from '../../config/ship/missing'
import { readGit } from '../../config/ship/git'
import { readShipment, type Shipment } from '../../config/ship/shipment'
import type { Shop, ShopName } from '../../config/ship/shop'

const api = 'https://card.example.cn'
const template = { id: 'T-1', fields: { thing1: 'what' } }
const templates = JSON.stringify({ cardChanged: template, lapsesSoon: template })

const bundles: Readonly<Record<ShopName, Readonly<Record<string, string>>>> = {
  weapp: {
    'app.json': JSON.stringify({
      pages: ['pages/a'], subPackages: [{ root: 'pages/b', pages: ['index'] }], __usePrivacyCheck__: true, requiredPrivateInfos: ['getFuzzyLocation'],
    }),
    'app.js': `a.getFuzzyLocation();a.chooseImage();a.request({url:"${api}/card/list"})`,
    'pages/a.wxml': '<view>x</view>',
    'pages/a.wxss': '.a { color: red }',
    'pages/b/index.js': 'wx.requestSubscribeMessage({})',
  },
  alipay: {
    'app.json': JSON.stringify({
      pages: ['pages/a'], subPackages: [{ root: 'pages/b', pages: ['index'] }],
      permission: { 'scope.userLocation': { desc: 'd' }, 'scope.album': { desc: 'd' }, 'scope.camera': { desc: 'd' } },
    }),
    'app.js': `a.getLocation();a.chooseImage();a.request({url:"${api}/card/list"});my.requestSubscribeMessage({})`,
  },
}
const guides = { weapp: { getFuzzyLocation: '位置', chooseImage: '照片' }, alipay: { getLocation: '位置', chooseImage: '照片' } } as const

const shopWith = (platform: ShopName): Shop => ({ category: '政务', requestDomains: [api], guide: guides[platform] })

/** A project's folder of a test's own, with a mini-program that lacks nothing. */
export interface ShipStage {
  readonly root: string
  readonly environment: NodeJS.ProcessEnv
  write(file: string, text: string): void
  /** Has what lies in the folder count as built to be shipped from this commit. */
  built(): void
  git(...args: string[]): void
  /** Commits what was changed, under the same version, and has the bundle count as built from it. */
  commit(): void
  missing(over?: { readonly environment?: NodeJS.ProcessEnv; readonly shop?: Partial<Shop>; readonly act?: Act }): string[]
  shipment(): Shipment
  close(): void
}

type Files = (file: string, text: string) => void
const writerIn = (root: string): Files => (file, text) => {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
  writeFileSync(path.join(root, file), text)
}
const gitIn = (root: string) => (...args: string[]): void => void execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.example', ...args], { cwd: root, stdio: 'ignore' })
const builtIn = (root: string, platform: ShopName): void => {
  writerIn(root)(`dist/${platform}/app.js.map`, '{}')
  keepAside(root, platform, { commit: readGit(root).commit, API_BASE: api, CLOUD_ENV: '', CLOUD_CALLS: 'off' })
}

/** The folder that all stages of a shop are copies of. */
const prepare = (platform: ShopName): string => {
  const root = mkdtempSync(path.join(tmpdir(), 'ship-'))
  const [write, git] = [writerIn(root), gitIn(root)]
  write('.gitignore', 'dist/\n')
  write('project.config.json', '{"appid":"wx0123456789abcdef"}')
  write('project.alipay.json', '{"appid":"2021000000000001"}')
  write('config/ship/shops.json', JSON.stringify({ weapp: shopWith('weapp'), alipay: shopWith('alipay') }))
  git('init', '-q')
  git('add', '.')
  git('commit', '-qm', 'feat: all of it')
  git('tag', 'v1.2.3')
  for (const [file, text] of Object.entries(bundles[platform])) write(`dist/${platform}/${file}`, text)
  builtIn(root, platform)
  return root
}
const prepared: Partial<Record<ShopName, string>> = {}

const writeKey = (folder: string, platform: ShopName): string => {
  const key = path.join(folder, 'key')
  writeFileSync(key, platform === 'weapp' ? '-----BEGIN RSA PRIVATE KEY-----\nwell-hidden\n' : '{"privateKey":"well-hidden"}')
  chmodSync(key, 0o600)
  return key
}

export const openShipStage = (platform: ShopName): ShipStage => {
  const [root, keys] = [mkdtempSync(path.join(tmpdir(), 'ship-')), mkdtempSync(path.join(tmpdir(), 'ship-key-'))]
  cpSync((prepared[platform] ??= prepare(platform)), root, { recursive: true })
  const [write, git, key] = [writerIn(root), gitIn(root), writeKey(keys, platform)]
  const environment: NodeJS.ProcessEnv = {
    PATH: process.env['PATH'], API_BASE: api, CLOUD_CALLS: 'off', WECHAT_UPLOAD_KEY: key, ALIPAY_UPLOAD_KEY: key, WECHAT_TEMPLATES: templates, ALIPAY_TEMPLATES: templates,
  }
  const built = (): void => builtIn(root, platform)
  const shipment = (given = environment, over: Partial<Shop> = {}): Shipment => {
    const read = readShipment(root, platform, given)
    if (!read) throw new Error('nothing is built')
    return { ...read, shop: { ...read.shop, ...over } }
  }
  return {
    root, environment, write, built, git, shipment: () => shipment(),
    commit: () => {
      git('commit', '-qam', 'fix: more')
      git('tag', '-f', 'v1.2.3')
      built()
    },
    missing: ({ environment: more, shop: other, act = 'upload' } = {}) => missingIn(shipment({ ...environment, ...more }, other), act),
    close: () => [root, keys].forEach((folder) => rmSync(folder, { recursive: true })),
  }
}

/** Takes away what the stages were copies of. */
export const closeShipStages = (): void => Object.values(prepared).forEach((folder) => rmSync(folder, { recursive: true }))

export const textOf = (stage: ShipStage, file: string): string => readFileSync(path.join(stage.root, file), 'utf8')
