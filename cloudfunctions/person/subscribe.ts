import { defineOperation } from '../runtime/define-operation'

/**
 * WeChat's leave is for one message of each template, Alipay's lasts; before a terminal there is none to give. Sent again under
 * its key it counts once. Refuses `notSignedIn`, `notBound`, `idempotencyKeyReused`.
 */
export const subscribe = defineOperation('person/subscribe', async (request, { caller, repository: { subscriptions } }) => {
  if (caller.channel === 'wechat' || caller.channel === 'alipay') await subscriptions.allow(caller, request, caller.channel === 'alipay')
  return {}
})
