import type { Reply } from '@/contract'
import type { Repository, Retained } from '../repository'
import { failureOf, RequestError } from '../runtime/errors'
import { factsOf } from '../runtime/facts'
import { errorForLog } from '../runtime/log'
import { services } from '../runtime/services'

/** How many cards' lapses were written down. */
interface Done {
  readonly lapsed: number
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * The cloud's timer says so itself. A mini-program may write the same words, but the cloud adds to its call whose it is, and a call
 * over HTTP is one by its context.
 */
const isTimer = (event: unknown, context: unknown): event is { TriggerName: string } => {
  const facts = factsOf(context, process.env)
  return isRecord(event) && event.Type === 'Timer' && typeof event.TriggerName === 'string' && !('userInfo' in event) && facts.form === 'event' && !facts.openid
}

/** Lapses are written down, and everybody is told what happened to their cards. */
const tell = async ({ told }: Repository): Promise<Done> => {
  const lapsed = await told.settleLapses()
  let more = true
  while (more) more = await told.tellDue()
  return { lapsed }
}

/** What each of the timer's triggers does, by its name in config.json. */
const tasks: Readonly<Record<string, (repository: Repository) => Promise<Done | Retained>>> = {
  minutely: tell,
  hourly: (repository) => repository.applyRetention(),
}

/** What is done each minute and each hour. It is no operation of the contract, and answers nobody but the timer. */
export const main = async (event: unknown, context: unknown): Promise<Reply<Done | Retained>> => {
  const { requestId } = factsOf(context, process.env)
  const task = isTimer(event, context) ? tasks[event.TriggerName] : undefined
  if (!task) return { ok: false, error: failureOf(new RequestError('notFound'), requestId) }
  const { repository, log } = await services()
  const started = performance.now()
  const line = (code: string) => ({ requestId, operation: 'jobs', code, ms: Math.round(performance.now() - started) })
  try {
    const data = await task(repository)
    log.info(line('ok'))
    return { ok: true, data }
  } catch (thrown) {
    const error = failureOf(thrown, requestId)
    log.error({ ...line(error.code), error: errorForLog(thrown) })
    return { ok: false, error }
  }
}
