import { randomBytes } from 'node:crypto'
import type { MessageConfig, SmsConfig } from '../../../cloudfunctions/runtime/message-config'
import type { PlatformConfig } from '../../../cloudfunctions/runtime/platform-config'
import { alipayServer, type AlipayControls } from './alipay'
import { alipayKeys, privateLine, publicLine } from './alipay/keys'
import { listen, notFound, type Answer } from './http'
import { playAt, playing, type Play } from './play'
import { smsServer, type SmsControls } from './sms'
import { playedTemplates } from './templates'
import { wechatServer, type WechatControls } from './wechat'

export interface PlatformOptions {
  /** Any free port unless it is given. */
  readonly port?: number
  /** Also known is who never signed in here: people stay signed in at a server that has outlived this one. */
  readonly everyone?: boolean
  /** The platforms' clock, ms. */
  readonly now?: () => number
}

/** WeChat's and Alipay's servers and a provider of SMS, played on this machine at one address. */
export interface Platforms {
  readonly address: string
  /** The settings by which a server asks them. */
  readonly environment: Readonly<Record<string, string>>
  readonly config: { readonly [Door in keyof PlatformConfig]: NonNullable<PlatformConfig[Door]> }
  /** By what messages are sent there. */
  readonly messages: MessageConfig & { readonly sms: SmsConfig }
  readonly wechat: WechatControls
  readonly alipay: AlipayControls
  readonly sms: SmsControls
  readonly play: Play
  close(): Promise<void>
}

const wechatApp = { appId: 'wx00example00played', secret: randomBytes(16).toString('hex') }
const smsPath = '/sms'
const alipayAppId = '2021000000000000'

const settingsAt = (address: string): Platforms['config'] => {
  const { application, platform } = alipayKeys()
  return {
    wechat: { ...wechatApp, api: address },
    alipay: { appId: alipayAppId, privateKey: privateLine(application), publicKey: publicLine(platform), gateway: `${address}/gateway.do` },
  }
}

const environmentOf = ({ wechat, alipay }: Platforms['config'], messages: Platforms['messages']) => ({
  WECHAT_TEMPLATES: JSON.stringify(messages.wechat),
  ALIPAY_TEMPLATES: JSON.stringify(messages.alipay),
  SMS_URL: messages.sms.url,
  SMS_TOKEN: messages.sms.token,
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
  const alipay = alipayServer(alipayAppId, alipayKeys(), now, everyone)
  const sms = smsServer()
  const play = playing(wechat, alipay)
  const answer: Answer = async (asked) => {
    const beside = asked.path === smsPath ? sms.answer : asked.path.startsWith('/play/') ? play : undefined
    const found = wechat.answerOf(asked.path) ?? alipay.answerOf(asked.path) ?? beside
    return found ? found(asked) : notFound
  }
  const { address, close } = await listen(answer, port)
  const config = settingsAt(address)
  const messages = { ...playedTemplates, sms: { url: `${address}${smsPath}`, token: sms.token } }
  const controls = { wechat: wechat.controls, alipay: alipay.controls, sms: sms.controls }
  return { address, environment: environmentOf(config, messages), config, messages, ...controls, play: playAt(address), close }
}

export { garbage } from './controls'
