import { minute } from '@/domain/time'
import { sendDue } from '../jobs/messages'
import type { Services } from '../runtime/services'
import { again, second } from './telling'

/**
 * Sends each second what is due, and looks each minute after what was not finished. Gives the function that ends it, once every call under
 * way was answered or given up.
 */
export const keepSending = (services: Pick<Services, 'repository' | 'messengers' | 'config' | 'log' | 'meter'>): (() => Promise<void>) => {
  const ended = new AbortController()
  const ends = [
    again(second, 'messages', () => sendDue(services, ended.signal), services),
    again(minute, 'messages', () => services.repository.deliveries.tidy(), services),
  ]
  return async () => {
    ended.abort()
    await Promise.all(ends.map((end) => end()))
  }
}
