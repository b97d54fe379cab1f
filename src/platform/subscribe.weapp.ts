import type { Leave } from './subscribe'
import { partOf } from './whereabouts'

type Answer = Readonly<Record<string, unknown>>

/** WeChat says of each template what became of it: `accept`, or that with a sound; `reject`; `ban` or `filter`, which nobody chose. */
const isAllowed = (said: unknown): boolean => String(said).startsWith('accept')

/** Whether all of it was refused with “don't ask again”: WeChat lists what was answered for good, and that only. */
const isForGood = (templates: readonly string[]): Promise<boolean> =>
  new Promise((resolve) => wx.getSetting({
    withSubscriptions: true,
    success: ({ subscriptionsSetting }) => resolve(templates.every((id) => subscriptionsSetting?.itemSettings?.[id] === 'reject')),
    fail: () => resolve(false),
  }))

const leaveIn = async (answer: Answer, templates: readonly string[]): Promise<Leave> => {
  const allowed = templates.filter((id) => isAllowed(answer[id]))
  if (allowed.length > 0) return allowed
  if (!templates.some((id) => answer[id] === 'reject')) return 'notAsked'
  return (await isForGood(templates)) ? 'settings' : 'refused'
}

/** 20004: messages are switched off altogether in WeChat's settings of this mini-program. */
const failedAs = (cause: unknown): Leave => {
  if (partOf(cause, 'errCode') === 20004) return 'settings'
  return /cancel/i.test(String(partOf(cause, 'errMsg'))) ? 'refused' : 'notAsked'
}

export const canAskLeave = (): boolean => Boolean(wx.requestSubscribeMessage)

/** WeChat's sheet for messages by template. */
export const askLeave = (templates: readonly string[]): Promise<Leave> =>
  new Promise((resolve) => {
    if (!wx.requestSubscribeMessage) return resolve('notAsked')
    wx.requestSubscribeMessage({
      tmplIds: templates,
      success: (answer) => resolve(leaveIn(answer, templates)),
      fail: (cause) => resolve(failedAs(cause)),
    })
  })

export const openSettings = (): void => wx.openSetting({})
