import { messageTemplates as names } from '@/contract/leave'
import { defineOperation } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'

/** What can be sent to the caller's account; nothing where its platform has no templates, or is none. Refuses `notSignedIn`, `notBound`. */
export const messageTemplates = defineOperation('person/messageTemplates', async (_request, { caller, config: { messages }, repository }) => {
  const { channel } = caller
  const { name } = await repository.accounts.of(caller)
  if (name === null) throw new RequestError('notBound')
  const own = channel === 'wechat' || channel === 'alipay' ? messages[channel] : {}
  return { templates: names.flatMap((template) => { const found = own[template]; return found ? [{ template, id: found.id }] : [] }) }
})
