import { fieldsIn, json, type Said } from '../http'
import { textsIn, type Subscriptions } from '../subscriptions'
import { fieldsById, playedTemplates } from '../templates'
import { wechatError } from './errors'

/** What WeChat takes in a field, by the kind that its name begins with. */
const kinds: readonly (readonly [kind: RegExp, takes: RegExp])[] = [
  [/^thing/, /^.{1,20}$/u],
  [/^phrase/, /^\p{Script=Han}{1,5}$/u],
  [/^time/, /^\d{4}-\d\d-\d\d \d\d:\d\d$/],
  [/^character_string/, /^[\x21-\x7e]{1,32}$/],
]
const fits = ([name, text]: readonly [string, string]) => kinds.some(([kind, takes]) => kind.test(name) && takes.test(text))

const templates = fieldsById(playedTemplates.wechat)
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
let number = 0

export const subscribeSend = (body: string, knows: (openid: string) => boolean, subscriptions: Subscriptions): Said => {
  const { touser: to, template_id: template, page, data } = fieldsIn(body) ?? {}
  if (!isText(to) || !knows(to)) return wechatError(40003)
  const names = isText(template) ? templates.get(template) : undefined
  if (!isText(template) || !names) return wechatError(40037)
  if (page !== 'pages/messages/index') return wechatError(41030)
  const fields = textsIn(fieldsIn(JSON.stringify(data) ?? ''), names)
  if (!fields || !Object.entries(fields).every(fits)) return wechatError(47003)
  return subscriptions.deliver({ to, template, fields }) ? json({ errcode: 0, errmsg: 'ok', msgid: (number += 1) }) : wechatError(43101)
}
