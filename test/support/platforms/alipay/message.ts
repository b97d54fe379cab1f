import { fieldsIn } from '../http'
import { textsIn, type Subscriptions } from '../subscriptions'
import { fieldsById, playedTemplates } from '../templates'
import { errorFields } from './errors'

const templates = fieldsById(playedTemplates.alipay)
const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const longest = 50

/** Which error stands for somebody who never subscribed is not published: any that is Alipay's own will do here. */
export const sendMessage = (subscriptions: Subscriptions, content: string): Readonly<Record<string, unknown>> => {
  const { to_open_id: openId, to_user_id: userId, user_template_id: template, page, data } = fieldsIn(content) ?? {}
  const to = openId ?? userId
  if (!isText(to) || !isText(page) || !isText(data)) return errorFields('INVALID_PARAMETER')
  const names = isText(template) ? templates.get(template) : undefined
  if (!isText(template) || !names) return errorFields('USER_TEMPLATE_ILLEGAL')
  const fields = textsIn(fieldsIn(data), names)
  if (!fields) return errorFields('USER_TEMPLATE_LACK_KEYWORD')
  if (Object.values(fields).some((text) => text.length > longest)) return errorFields('USER_KEYWORD_LENGTH_ERROR')
  return subscriptions.deliver({ to, template, fields }) ? { code: '10000', msg: 'Success' } : errorFields('INVALID_PARAMETER')
}
