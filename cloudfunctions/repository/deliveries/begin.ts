import type { MessageTemplate } from '@/contract'
import type { Notice } from '@/domain/notices'
import type { Keys } from '../../runtime/keys'
import { inTransaction, type Database, type Run } from '../database'
import type { Queue, TakenJob } from '../queue'
import { endedFor, laterThanNow, readDelivery, templateOf, type DeliveryRow } from './read'
import { addressOf, phoneOf, type Address, type Way } from './ways'
import { leaveOf, writeDelivery } from './write'

/** A message that is being sent, by this try alone. `cardNumber` is clear: show its end only. */
export interface Sending extends TakenJob, Address {
  readonly notice: Notice
  readonly template: MessageTemplate
  readonly cardNumber: string
  readonly tries: number
  /** The request that it came of. */
  readonly requestId: string | null
}

/** By which ways each template can be sent. */
export type Offered = (template: MessageTemplate) => readonly Way[]

/** It is over: nothing is sent. */
const end = async (run: Run, queue: Queue, job: TakenJob, row: DeliveryRow, to: 'none' | 'dead', reason: string): Promise<null> => {
  await writeDelivery(run, job, { from: [row.state], to, way: row.way, reason })
  await queue.remove(run, job)
  return null
}

const postpone = async (run: Run, queue: Queue, job: TakenJob, startAfter: number): Promise<null> => {
  await queue.remove(run, job)
  await queue.put(run, [{ personKey: job.personKey, messageId: job.messageId, startAfter }])
  return null
}

/** An SMS that nobody knows of goes to the same phone under the same id; anything else that is begun anew is free to choose. */
const addressFor = (run: Run, keys: Keys, job: TakenJob, row: DeliveryRow, template: MessageTemplate, offered: readonly Way[]): Promise<Address | null> | Address | null => {
  const person = { personKey: job.personKey, sealed: row.sealed_receiver }
  if (row.state === 'sending') return offered.includes('sms') ? phoneOf(person, keys) : null
  return addressOf(run, keys, person, template, offered)
}

/** Nobody knows what became of a message that was being sent to a platform: only an operator sends it again. */
const isInDoubt = ({ state, way }: DeliveryRow): boolean => state === 'sending' && way !== 'sms'

/** What an operator has nothing to mend about. */
const harmless: readonly string[] = ['busy', 'notSubscribed']

/** By no way: none there was, or the last one would not take it. */
const byNoWay = (run: Run, queue: Queue, job: TakenJob, row: DeliveryRow): Promise<null> => {
  if (row.state === 'sending') return end(run, queue, job, row, 'dead', 'unknown')
  const isRefused = row.reason !== null && !harmless.includes(row.reason)
  return end(run, queue, job, row, isRefused ? 'dead' : 'none', isRefused ? row.reason : 'noWay')
}

const send = async (run: Run, keys: Keys, queue: Queue, job: TakenJob, row: DeliveryRow, offered: Offered): Promise<Sending | null> => {
  const template = templateOf(row.notice)
  const address = await addressFor(run, keys, job, row, template, offered(template))
  if (!address) return byNoWay(run, queue, job, row)
  await writeDelivery(run, job, { from: [row.state], to: 'sending', way: address.way, reason: row.reason, begins: true })
  await leaveOf(address, template).use(run)
  return { ...job, ...address, notice: row.notice, template, cardNumber: keys.open(row.sealed_number, row.card_key), tries: row.tries + 1, requestId: row.request_id }
}

const within = async (run: Run, keys: Keys, queue: Queue, job: TakenJob, offered: Offered): Promise<Sending | null> => {
  const row = await readDelivery(run, job)
  if (!row || (row.state !== 'waiting' && row.state !== 'sending')) {
    await queue.remove(run, job)
    return null
  }
  if (isInDoubt(row)) return end(run, queue, job, row, 'dead', 'unknown')
  const ended = endedFor(row, job.personKey, keys)
  if (ended) return end(run, queue, job, row, 'none', ended)
  const later = laterThanNow(row)
  return later === null ? send(run, keys, queue, job, row, offered) : postpone(run, queue, job, later)
}

/**
 * Writes down that a message is being sent, before anything is: whatever happens then, nothing sends it a second time unasked. Null where
 * nothing is to be sent now: it was, it need not be any more, the hours do not allow it, there is no way, or nobody knows whether it was.
 */
export const beginSending = async (database: Database, keys: Keys, queue: Queue, job: TakenJob, offered: Offered): Promise<Sending | null> => {
  const begun = await inTransaction(database, async (run) => ({ sending: await within(run, keys, queue, job, offered) }))
  return begun?.sending ?? null
}
