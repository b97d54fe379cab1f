import { minute } from '@/domain/time'
import { errorForLog } from '../runtime/log'
import type { Services } from '../runtime/services'

type Needs = Pick<Services, 'repository' | 'log' | 'meter'>

export const second = 1000

/** Runs a task again and again, never twice at once; what fails is said, and tried again the next time. Gives the function that ends it. */
export const again = (ms: number, operation: string, task: () => Promise<unknown>, { log, meter }: Pick<Needs, 'log' | 'meter'>): (() => Promise<void>) => {
  let running: Promise<void> | undefined
  const once = async () => {
    try {
      await task()
    } catch (thrown) {
      meter.failed(operation)
      log.error({ operation, code: 'fault', error: errorForLog(thrown) })
    }
  }
  const timer = setInterval(() => { running ??= once().finally(() => { running = undefined }) }, ms).unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** All that is due now, batch by batch. */
export const tellAll = async ({ repository: { told } }: Pick<Needs, 'repository'>): Promise<void> => {
  let more = true
  while (more) more = await told.tellDue()
}

/** All that waits now handed over to other cards, batch by batch. */
export const relayAll = async ({ repository: { relayed } }: Pick<Needs, 'repository'>): Promise<void> => {
  let more = true
  while (more) more = await relayed.relayDue()
}

/** Tells people each second what happened to their cards, and other cards what concerns them; each minute what ran out, or was not collected. Gives the function that ends it, once what is under way is done. */
export const keepTelling = (services: Needs): (() => Promise<void>) => {
  const ends = [
    again(second, 'telling', () => tellAll(services), services),
    again(second, 'relaying', () => relayAll(services), services),
    again(minute, 'lapses', async () => services.meter.lapsed(await services.repository.told.settleLapses()), services),
    again(minute, 'uncollected', () => services.repository.relayed.missDue(), services),
  ]
  return async () => void (await Promise.all(ends.map((end) => end())))
}
