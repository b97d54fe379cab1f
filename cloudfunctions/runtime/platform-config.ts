import * as v from 'valibot'
import { ConfigError, together } from './config-error'

const address = (fallback: string) => v.pipe(v.optional(v.string(), fallback), v.regex(/^https?:\/\/\S+$/, 'must be a web address'))

/** Where WeChat's and Alipay's servers are, and how this service shows them who it is. */
export const platformSettings = {
  WECHAT_APP_ID: v.optional(v.string()),
  WECHAT_SECRET: v.optional(v.string()),
  WECHAT_API: address('https://api.weixin.qq.com'),
  ALIPAY_APP_ID: v.optional(v.string()),
  ALIPAY_PRIVATE_KEY: v.optional(v.string()),
  ALIPAY_PUBLIC_KEY: v.optional(v.string()),
  ALIPAY_GATEWAY: address('https://openapi.alipay.com/gateway.do'),
}
type Settings = v.InferOutput<v.ObjectSchema<typeof platformSettings, undefined>>

export interface WechatConfig {
  readonly appId: string
  readonly secret: string
  /** Without a final slash. */
  readonly api: string
}

export interface AlipayConfig {
  readonly appId: string
  /** This application's own, PKCS#8 or PKCS#1 without its frame, in one line of base64. */
  readonly privateKey: string
  /** Alipay's, by which its answers are checked, in one line of base64. */
  readonly publicKey: string
  readonly gateway: string
}

/** A platform that is not set up is null: nobody signs in there. */
export interface PlatformConfig {
  readonly wechat: WechatConfig | null
  readonly alipay: AlipayConfig | null
}

const wechatFrom = ({ WECHAT_APP_ID: appId, WECHAT_SECRET: secret, WECHAT_API: api }: Settings): WechatConfig | null => {
  if (!appId) return null
  if (!secret) throw new ConfigError('WECHAT_SECRET is not set, though WECHAT_APP_ID is.')
  return { appId, secret, api: api.replace(/\/+$/, '') }
}

const alipayFrom = ({ ALIPAY_APP_ID: appId, ALIPAY_PRIVATE_KEY: privateKey, ALIPAY_PUBLIC_KEY: publicKey, ALIPAY_GATEWAY: gateway }: Settings): AlipayConfig | null => {
  if (!appId) return null
  // without the public one an altered answer would be taken for Alipay's
  const missing = [...(privateKey ? [] : ['ALIPAY_PRIVATE_KEY']), ...(publicKey ? [] : ['ALIPAY_PUBLIC_KEY'])]
  if (!privateKey || !publicKey) throw new ConfigError(...missing.map((name) => `${name} is not set, though ALIPAY_APP_ID is.`))
  return { appId, privateKey, publicKey, gateway }
}

/** The platforms that are set up. Throws a ConfigError where one is set up by half. */
export const platformsFrom = (settings: Settings): PlatformConfig => {
  const [wechat, alipay] = together(() => wechatFrom(settings), () => alipayFrom(settings))
  return { wechat, alipay }
}
