import { minute } from '@/domain/time'
import { signHeads } from '../jobs/audit'
import type { Services } from '../runtime/services'
import { again } from './telling'

/** Signs what was written, each `AUDIT_MINUTES`. Gives the function that ends it, once the head under way is signed. */
export const keepAuditing = (services: Pick<Services, 'repository' | 'config' | 'log' | 'meter'>): (() => Promise<void>) => {
  const ended = new AbortController()
  const end = again(services.config.auditMinutes * minute, 'audit', () => signHeads(services, ended.signal), services)
  return () => {
    ended.abort()
    return end()
  }
}
