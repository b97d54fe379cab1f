import { defineOperation } from '../runtime/define-operation'

/** WeChat's leave is for one message of each template, Alipay's lasts; before a terminal there is none to give. Refuses `notSignedIn`, `notBound`. */
export const subscribe = defineOperation('person/subscribe', async ({ templates }, { caller, repository: { subscriptions } }) => {
  if (caller.channel === 'wechat' || caller.channel === 'alipay') await subscriptions.allow(caller, templates, caller.channel === 'alipay')
  return {}
})
