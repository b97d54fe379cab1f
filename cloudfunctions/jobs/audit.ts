import { ConfigError } from '../runtime/config-error'
import type { Services } from '../runtime/services'
import { signs } from '../runtime/sm2-keys'

/** Signs heads until everything that was written is in one, or `until` is aborted; how many. Each is told to the log, where whoever writes the record anew does not reach. */
export const signHeads = async ({ repository, config, log }: Pick<Services, 'repository' | 'config' | 'log'>, until: AbortSignal): Promise<number> => {
  const [key] = config.auditKeys
  if (!key || !signs(key)) throw new ConfigError('AUDIT_KEYS does not begin with a private key, and the record is to be signed.')
  let heads = 0
  while (!until.aborted) {
    const head = await repository.audit.signNext(key)
    if (!head) break
    heads += 1
    log.info({ operation: 'audit', code: 'signed', reason: `${head.position}:${head.hash}` })
  }
  return heads
}
