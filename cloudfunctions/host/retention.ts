import { hour } from '@/domain/time'
import { errorForLog } from '../runtime/log'
import type { Services } from '../runtime/services'

const once = async ({ repository, log, meter }: Pick<Services, 'repository' | 'log' | 'meter'>, until: AbortSignal): Promise<void> => {
  const started = performance.now()
  const line = (code: string) => ({ operation: 'retention', code, ms: Math.round(performance.now() - started) })
  try {
    await repository.applyRetention({ until })
    log.info(line('ok'))
  } catch (thrown) {
    meter.failed('retention')
    // an hour later it goes on where it was
    log.error({ ...line('fault'), error: errorForLog(thrown) })
  }
}

/** Applies retention each hour, as a timer of the cloud does there. Gives the function that ends it, once the batch under way is done. */
export const keepRetention = (services: Pick<Services, 'repository' | 'log' | 'meter'>): (() => Promise<void>) => {
  const ended = new AbortController()
  let running: Promise<void> | undefined
  const tick = () => {
    running ??= once(services, ended.signal).finally(() => { running = undefined })
  }
  const timer = setInterval(tick, hour).unref()
  return async () => {
    clearInterval(timer)
    ended.abort()
    await running
  }
}
