import type { Reply } from '@/contract'
import type { Retained } from '../repository'
import { failureOf, RequestError } from '../runtime/errors'
import { factsOf } from '../runtime/facts'
import { errorForLog } from '../runtime/log'
import { services } from '../runtime/services'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * The cloud's timer says so itself. A mini-program may write the same words, but the cloud adds to its call whose it is, and a call
 * over HTTP is one by its context.
 */
const isTimer = (event: unknown, context: unknown): boolean => {
  const facts = factsOf(context, process.env)
  return isRecord(event) && event.Type === 'Timer' && !('userInfo' in event) && facts.form === 'event' && !facts.openid
}

/** What is done each hour: taking away what is past its time. It is no operation of the contract, and answers nobody but the timer. */
export const main = async (event: unknown, context: unknown): Promise<Reply<Retained>> => {
  const { requestId } = factsOf(context, process.env)
  if (!isTimer(event, context)) return { ok: false, error: failureOf(new RequestError('notFound'), requestId) }
  const { repository, log } = await services()
  const started = performance.now()
  const line = (code: string) => ({ requestId, operation: 'jobs/retention', code, ms: Math.round(performance.now() - started) })
  try {
    const data = await repository.applyRetention()
    log.info(line('ok'))
    return { ok: true, data }
  } catch (thrown) {
    const error = failureOf(thrown, requestId)
    log.error({ ...line(error.code), error: errorForLog(thrown) })
    return { ok: false, error }
  }
}
