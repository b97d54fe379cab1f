import type { Leave } from './subscribe'

/** Closed without a word; every other number means that it could not be asked. */
const closed = '11'

/** Whoever said “don't ask again”, now or before, finds it in the settings only. */
const refusedAs = ({ keep, refuse, show }: SubscribedOnAlipay): Leave => (keep || refuse || show === false ? 'settings' : 'refused')

/** What had been allowed before is allowed as well. */
const leaveIn = (answer: SubscribedOnAlipay, templates: readonly string[]): Leave => {
  const { subscribeEntityIds = [], subscribedEntityIds = [] } = answer.result ?? {}
  const allowed = templates.filter((id) => subscribeEntityIds.includes(id) || subscribedEntityIds.includes(id))
  return allowed.length > 0 ? allowed : refusedAs(answer)
}

export const canAskLeave = (): boolean => Boolean(my.requestSubscribeMessage)

/** Alipay's sheet for messages by template. */
export const askLeave = (templates: readonly string[]): Promise<Leave> =>
  new Promise((resolve) => {
    if (!my.requestSubscribeMessage) return resolve('notAsked')
    my.requestSubscribeMessage({
      entityIds: templates,
      success: (answer) => resolve(leaveIn(answer, templates)),
      fail: (cause) => resolve(String(cause.errorCode) === closed ? refusedAs(cause) : 'notAsked'),
    })
  })

export const openSettings: (() => void) | undefined = undefined
