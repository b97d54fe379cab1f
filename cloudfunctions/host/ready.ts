import { RequestError } from '../runtime/errors'
import type { Services } from '../runtime/services'
import { clockSkewSeconds } from '../runtime/tokens'
import { second } from './telling'

type Needs = { readonly repository: Pick<Services['repository'], 'ping'> } & Pick<Services, 'log'>

/**
 * Resolves while the database answers and this machine's clock is like its clock, by which everything is decided but how old a token is. Refuses `busy`
 * where it is not: then others are to serve until somebody has set it right.
 */
export const readiness = ({ repository, log }: Needs) => async (): Promise<void> => {
  const before = Date.now()
  const now = await repository.ping()
  // how long the answer took is no difference
  const apart = Math.max(before - now, now - Date.now(), 0)
  if (apart <= clockSkewSeconds * second) return
  log.error({ operation: 'ready', code: 'clock', ms: apart })
  throw new RequestError('busy')
}
