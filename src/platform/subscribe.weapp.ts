/** WeChat says of each template what became of it: `accept`, or that with a sound; `reject`, `ban` or `filter`. */
const isAllowed = (said: unknown): boolean => String(said).startsWith('accept')

/** WeChat's sheet for messages by template; at most three at once. */
export const askLeave = (templates: readonly string[]): Promise<readonly string[]> =>
  new Promise((resolve) => {
    if (!wx.requestSubscribeMessage) return resolve([])
    wx.requestSubscribeMessage({
      tmplIds: templates,
      success: (answer) => resolve(templates.filter((id) => isAllowed(answer[id]))),
      fail: () => resolve([]),
    })
  })
