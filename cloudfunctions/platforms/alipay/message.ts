import type { Templates } from '../../runtime/message-config'
import type { AlipayConfig } from '../../runtime/platform-config'
import { fieldsOf, outcomeOf, refused, type Messenger, type Outcome, type Outgoing } from '../messenger'
import { clientOf } from './client'
import { isAway, isError, isUnsure, type Answer } from './errors'

/** Older applications know people by a number, newer ones by an open_id. */
const receiver = (to: string) => (/^2088\d{12}$/.test(to) ? { to_user_id: to } : { to_open_id: to })

const meaningOf = (answer: Answer): Outcome => {
  if (answer.code === undefined) return { is: 'unknown' }
  if (!isError(answer)) return { is: 'accepted' }
  if (isAway(answer)) return { is: 'busy' }
  return isUnsure(answer) ? { is: 'unknown' } : refused(`alipay:${answer.sub_code ?? answer.code}`)
}

/** Alipay's template message to whoever subscribed to the template: a second call would be a second message. */
export const alipayMessenger = (config: AlipayConfig, templates: Templates, limitMs: number): Messenger => {
  const client = clientOf(config, limitMs)
  return {
    send: async ({ to, template: name, texts }: Outgoing) => {
      const template = templates[name]
      if (!template) return refused('noTemplate')
      const content = { ...receiver(to), user_template_id: template.id, page: template.page, data: JSON.stringify(fieldsOf(template, texts)) }
      return outcomeOf(client.callOnce('alipay.open.app.mini.templatemessage.send', content), meaningOf)
    },
  }
}
