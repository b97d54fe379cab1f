import { messageTemplates as names } from '@/contract'
import { defineOperation } from '../runtime/define-operation'

/** What can be sent to the caller's account; nothing where its platform has no templates, or is none. */
export const messageTemplates = defineOperation('person/messageTemplates', async (_request, { caller: { channel }, config: { messages } }) => {
  const own = channel === 'wechat' || channel === 'alipay' ? messages[channel] : {}
  return { templates: names.flatMap((template) => { const found = own[template]; return found ? [{ template, id: found.id }] : [] }) }
})
