import { randomBytes } from 'node:crypto'
import type { PlatformConfig } from '../../../cloudfunctions/runtime/platform-config'
import { alipayServer, type AlipayControls } from './alipay'
import { alipayKeys, privateLine, publicLine } from './alipay/keys'
import { listen, notFound, type Answer } from './http'
import { playAt, playing, type Play } from './play'
import { wechatServer, type WechatControls } from './wechat'

export interface PlatformOptions {
  /** Any free port unless it is given. */
  readonly port?: number
  /** Also known is who never signed in here: people stay signed in at a server that has outlived this one. */
  readonly everyone?: boolean
  /** The platforms' clock, ms. */
  readonly now?: () => number
}

/** WeChat's and Alipay's servers, played on this machine at one address. */
export interface Platforms {
  readonly address: string
  /** The settings by which a server asks them. */
  readonly environment: Readonly<Record<string, string>>
  readonly config: { readonly [Door in keyof PlatformConfig]: NonNullable<PlatformConfig[Door]> }
  readonly wechat: WechatControls
  readonly alipay: AlipayControls
  readonly play: Play
  close(): Promise<void>
}

const wechatApp = { appId: 'wx00example00played', secret: randomBytes(16).toString('hex') }
const alipayAppId = '2021000000000000'

const settingsAt = (address: string): Platforms['config'] => {
  const { application, platform } = alipayKeys()
  return {
    wechat: { ...wechatApp, api: address },
    alipay: { appId: alipayAppId, privateKey: privateLine(application), publicKey: publicLine(platform), gateway: `${address}/gateway.do` },
  }
}

const environmentOf = ({ wechat, alipay }: Platforms['config']) => ({
  WECHAT_APP_ID: wechat.appId,
  WECHAT_SECRET: wechat.secret,
  WECHAT_API: wechat.api,
  ALIPAY_APP_ID: alipay.appId,
  ALIPAY_PRIVATE_KEY: alipay.privateKey,
  ALIPAY_PUBLIC_KEY: alipay.publicKey,
  ALIPAY_GATEWAY: alipay.gateway,
})

export const startPlatforms = async ({ port = 0, everyone = false, now = Date.now }: PlatformOptions = {}): Promise<Platforms> => {
  const wechat = wechatServer(wechatApp, now, everyone)
  const alipay = alipayServer(alipayAppId, alipayKeys(), now)
  const play = playing(wechat, alipay)
  const answer: Answer = async (asked) => {
    const found = wechat.answerOf(asked.path) ?? alipay.answerOf(asked.path) ?? (asked.path.startsWith('/play/') ? play : undefined)
    return found ? found(asked) : notFound
  }
  const { address, close } = await listen(answer, port)
  const config = settingsAt(address)
  return { address, environment: environmentOf(config), config, wechat: wechat.controls, alipay: alipay.controls, play: playAt(address), close }
}

export { garbage } from './controls'
