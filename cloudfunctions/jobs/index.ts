import type { Reply } from '@/contract'
import type { Retained } from '../repository'
import { failureOf, RequestError } from '../runtime/errors'
import { factsOf } from '../runtime/facts'
import { errorForLog } from '../runtime/log'
import { services, type Services } from '../runtime/services'
import { signHeads } from './audit'
import { sendDue } from './messages'
import { tellerOf } from './webhooks'

/** How many cards' lapses were written down, how many were not collected in time, how many partners were begun with, how many heads were signed, or how many messages were to be sent and how many given up. */
type Done = { readonly lapsed: number } | { readonly missed: number } | { readonly partners: number } | { readonly heads: number } | { readonly messages: number; readonly dead: number }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * The cloud's timer says so itself. A mini-program may write the same words, but the cloud adds to its call whose it is, and a call
 * over HTTP is one by its context.
 */
const isTimer = (event: unknown, context: unknown): event is { TriggerName: string } => {
  const facts = factsOf(context, process.env)
  return isRecord(event) && event.Type === 'Timer' && typeof event.TriggerName === 'string' && !('userInfo' in event) && facts.form === 'event' && !facts.openid
}

/** Lapses are written down, other cards get what waits for them, and everybody is told what happened to their cards. */
const tell = async ({ repository: { told, relayed } }: Services): Promise<Done> => {
  const lapsed = await told.settleLapses()
  let more = true
  while (more) more = await relayed.relayDue()
  more = true
  while (more) more = await told.tellDue()
  return { lapsed }
}

/** After so long (ms) a round begins nothing more: the next one goes on. */
const roundMs = 12_000

/** Partners are told by their webhooks, as far as one round goes. */
const tellPartners = async (found: Services): Promise<Done> => {
  const teller = tellerOf(found, AbortSignal.timeout(roundMs))
  const partners = await teller.begin()
  await teller.finished()
  return { partners }
}

/** What people were told is sent to them, as far as one round goes. */
const sendMessages = async (found: Services): Promise<Done> =>
  ({ dead: await found.repository.deliveries.tidy(), messages: await sendDue(found, AbortSignal.timeout(roundMs)) })

/** What each of the timer's triggers does, by its name in config.json. */
const tasks: Readonly<Record<string, (found: Services) => Promise<Done | Retained>>> = {
  minutely: tell,
  webhooks: tellPartners,
  messages: sendMessages,
  hourly: ({ repository }) => repository.applyRetention(),
  audit: async (found) => ({ heads: await signHeads(found, AbortSignal.timeout(roundMs)) }),
  uncollected: async ({ repository: { relayed } }) => ({ missed: await relayed.missDue() }),
}

/** What is done each minute and each hour. It is no operation of the contract, and answers nobody but the timer. */
export const main = async (event: unknown, context: unknown): Promise<Reply<Done | Retained>> => {
  const { requestId } = factsOf(context, process.env)
  const task = isTimer(event, context) ? tasks[event.TriggerName] : undefined
  if (!task) return { ok: false, error: failureOf(new RequestError('notFound'), requestId) }
  const found = await services()
  const { log } = found
  const started = performance.now()
  const line = (code: string) => ({ requestId, operation: 'jobs', code, ms: Math.round(performance.now() - started) })
  try {
    const data = await task(found)
    log.info(line('ok'))
    return { ok: true, data }
  } catch (thrown) {
    const error = failureOf(thrown, requestId)
    log.error({ ...line(error.code), error: errorForLog(thrown) })
    return { ok: false, error }
  }
}
