import type { PlatformTokens } from '../repository/platform-token'
import type { PlatformConfig } from '../runtime/platform-config'
import { alipayPlatform } from './alipay'
import type { Platform } from './platform'
import { wechatPlatform } from './wechat'

/** The platforms whose servers can be asked; null for one that is not set up. */
export interface Platforms {
  readonly wechat: Platform | null
  readonly alipay: Platform | null
}

/** How long an answer of a platform may stay away, ms. */
const usualLimitMs = 5_000

/** Opens the platforms of a configuration; nothing is asked before the first call. */
export const openPlatforms = ({ wechat, alipay }: PlatformConfig, tokens: PlatformTokens, limitMs: number = usualLimitMs): Platforms => ({
  wechat: wechat && wechatPlatform(wechat, tokens, limitMs),
  alipay: alipay && alipayPlatform(alipay, limitMs),
})

export type { AskedCheck, Certificate, Platform } from './platform'
