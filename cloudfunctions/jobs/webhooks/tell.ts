import { randomUUID } from 'node:crypto'
import { feedPage } from '../../channel/feed-page'
import type { HeldWebhook } from '../../repository'
import type { Services } from '../../runtime/services'
import { signatureOf } from '../../runtime/signature'
import { post } from './post'
import { webhookUrl } from './url'

export type Needs = Pick<Services, 'repository' | 'config' | 'log'>

/** Events in one call. */
const batch = 50

const headersFor = (partnerId: string, secret: string, { pathname: path }: URL, body: string): Record<string, string> => {
  const [timestamp, nonce] = [String(Math.floor(Date.now() / 1000)), randomUUID()]
  const signature = signatureOf({ secret, method: 'POST', path, timestamp, nonce, body })
  return { 'x-channel-id': partnerId, 'x-timestamp': timestamp, 'x-nonce': nonce, 'x-signature': signature }
}

const send = async ({ partnerId, url: text, privateNetwork }: HeldWebhook, secret: string, page: object, timeoutMs: number): Promise<string | null> => {
  const [url, body] = [webhookUrl(text, privateNetwork), JSON.stringify(page)]
  return post({ url, privateNetwork, headers: headersFor(partnerId, secret, url, body), body, timeoutMs })
}

/**
 * Tells a partner its next events; whether there may be more. The position moves only once they were taken, so that they are sent again
 * whatever happens in between.
 */
export const tellNext = async ({ repository, log }: Needs, partnerId: string, timeoutMs: number): Promise<boolean> => {
  const held = await repository.webhooks.hold(partnerId)
  const secret = held && (await repository.partners.secretOf(partnerId))
  if (!held || secret === null) return false
  const page = await feedPage({ repository }, held, secret, held.position, batch)
  const failure = page.events.length === 0 ? null : await send(held, secret, page, timeoutMs)
  if (failure === null) return (await repository.webhooks.moved(held, page.position)) && page.position > held.position
  await repository.webhooks.failed(held, failure)
  log.warn({ operation: 'webhooks', code: 'notTaken', reason: `${partnerId}: ${failure}` })
  return false
}
