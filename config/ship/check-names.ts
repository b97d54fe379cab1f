import * as v from 'valibot'
import { messageTemplates } from '@/contract/leave'
import { messagesFrom } from '../../cloudfunctions/runtime/message-config'
import { ConfigError } from '../../cloudfunctions/runtime/config-error'
import { projectFileOf, type Check, type Shipment } from './shipment'

const shapes = {
  weapp: { pattern: /^wx[0-9a-f]{16}$/, variable: 'WECHAT_APP_ID', templates: 'WECHAT_TEMPLATES' },
  alipay: { pattern: /^\d{16}$/, variable: 'ALIPAY_APP_ID', templates: 'ALIPAY_TEMPLATES' },
} as const

/** The id is the shop's, and the same as the functions have: a citizen's code is good for one alone. */
export const appId: Check = ({ platform, appId: id, environment }) => {
  const { pattern, variable } = shapes[platform]
  if (!pattern.test(id)) return [`${projectFileOf(platform)} has no app id of this shop: put the registered one there as "appid".`]
  const served = environment[variable]
  return served !== undefined && served !== id ? [`${variable} is another app id than the one in ${projectFileOf(platform)}: nobody could sign in.`] : []
}

export const category: Check = ({ platform, shop }) =>
  shop.category.trim() === '' ? [`config/ship/shops.json names no category of ${platform}: put there what the shop has admitted the mini-program under.`] : []

const templatesOf = ({ platform, environment }: Shipment) => {
  const given = { [shapes[platform].templates]: environment[shapes[platform].templates] }
  const all = messagesFrom(v.parse(v.record(v.string(), v.optional(v.string())), given), { wechat: true, alipay: true })
  return platform === 'weapp' ? all.wechat : all.alipay
}

/** Where it asks for leave to send messages, the templates it asks for are there. */
export const templates: Check = (shipment) => {
  if (!/\.requestSubscribeMessage\b/.test(shipment.bundle.code)) return []
  const { templates: variable } = shapes[shipment.platform]
  try {
    const found = templatesOf(shipment)
    return messageTemplates.filter((name) => !found[name]).map((name) => `${variable} names no template ${name}: choose one in the console, docs/messages.md says how it is filled.`)
  } catch (thrown) {
    if (thrown instanceof ConfigError) return thrown.faults
    throw thrown
  }
}
