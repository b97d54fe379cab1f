import type { Phone } from './phone'

interface Body {
  readonly operation?: string
  readonly idempotencyKey?: string
}

/** What a phone asked an operation with, in order; in WeChat through its cloud, else over HTTP. */
export const asked = (phone: Phone, operation: string): readonly Body[] => phone.host.journal.calls.flatMap(({ api, options }) => {
  const { name = '', data = {}, url = '' } = options as { name?: string; data?: string | Body; url?: string }
  if (api !== 'cloud.callFunction' && api !== 'request') return []
  const body = typeof data === 'string' ? (JSON.parse(data) as Body) : data
  const isIt = api === 'cloud.callFunction' ? `${name}/${body.operation}` === operation : url.endsWith(operation)
  return isIt ? [body] : []
})

/** It was sent twice, and both times as the same. */
export const expectOneKey = (phone: Phone, operation: string): void => {
  const keys = asked(phone, operation).map(({ idempotencyKey }) => idempotencyKey)
  expect(keys).toEqual([expect.any(String), keys[0]])
}

/** An impatient double tap. */
export const tapTwice = async (phone: Phone, words: string): Promise<void> => {
  await phone.waitForText(words)
  const found = await phone.find(words)
  await Promise.all([found.tap(), found.tap()])
}
