import type { PlatformTokens } from '../repository/platform-token'
import type { MessageConfig } from '../runtime/message-config'
import type { PlatformConfig } from '../runtime/platform-config'
import { alipayMessenger } from './alipay/message'
import type { Messenger } from './messenger'
import { smsMessenger } from './sms'
import { wechatMessenger } from './wechat/message'

/** By what a message can be sent; null for what is not set up. */
export interface Messengers {
  readonly wechat: Messenger | null
  readonly alipay: Messenger | null
  readonly sms: Messenger | null
}

/** How long an answer may stay away, ms. */
const usualLimitMs = 5_000

/** Opens what a configuration sends by; nothing is asked before the first message. */
export const openMessengers = (config: PlatformConfig & { readonly messages: MessageConfig }, tokens: PlatformTokens, limitMs = usualLimitMs): Messengers => {
  const { wechat, alipay, messages } = config
  return {
    wechat: wechat && wechatMessenger(wechat, messages.wechat, tokens, limitMs),
    alipay: alipay && alipayMessenger(alipay, messages.alipay, limitMs),
    sms: messages.sms && smsMessenger(messages.sms, limitMs),
  }
}

export type { MessageTexts, Outcome } from './messenger'
