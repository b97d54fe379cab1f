/** Alipay's sheet for messages by template; at most three at once. What was allowed before is allowed as well. */
export const askLeave = (templates: readonly string[]): Promise<readonly string[]> =>
  new Promise((resolve) => {
    my.requestSubscribeMessage({
      entityIds: templates,
      success: ({ result }) => {
        const allowed = [...(result?.subscribeEntityIds ?? []), ...(result?.subscribedEntityIds ?? [])]
        resolve(templates.filter((id) => allowed.includes(id)))
      },
      fail: () => resolve([]),
    })
  })
