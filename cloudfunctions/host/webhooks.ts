import { tellerOf } from '../jobs/webhooks'
import type { Services } from '../runtime/services'
import { again, second } from './telling'

/** Tells partners each second what is new to them. Gives the function that ends it, once every call under way was answered or given up. */
export const keepTellingPartners = (services: Pick<Services, 'repository' | 'config' | 'log' | 'meter'>): (() => Promise<void>) => {
  const ended = new AbortController()
  const teller = tellerOf(services, ended.signal)
  const end = again(second, 'webhooks', () => teller.begin(), services)
  return async () => {
    ended.abort()
    await end()
    await teller.finished()
  }
}
