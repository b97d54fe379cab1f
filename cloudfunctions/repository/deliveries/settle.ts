import { inTransaction, type Database, type Run } from '../database'
import type { Queue } from '../queue'
import type { Sending } from './begin'
import { leaveOf, writeDelivery, type Written } from './write'

/** What became of a message that was being sent. */
export type Ended = { readonly is: 'accepted' | 'busy' | 'unknown' } | { readonly is: 'refused'; readonly why: string }

/** That it was taken is true even of what was given up meanwhile; what an operator has put in line again stays there. */
const accepted = async (run: Run, queue: Queue, sending: Sending): Promise<void> => {
  const isNewest = await writeDelivery(run, sending, { from: ['sending', 'dead'], to: 'sent', way: sending.way, reason: null, tries: sending.tries })
  if (isNewest) await queue.remove(run, sending)
}

const move = (run: Run, sending: Sending, over: Omit<Written, 'from' | 'tries'>) => writeDelivery(run, sending, { from: ['sending'], tries: sending.tries, ...over })

/** The next way is tried at once. */
const refused = async (run: Run, sending: Sending, why: string): Promise<void> => {
  if (!(await move(run, sending, { to: 'waiting', way: null, reason: why }))) return
  const leave = leaveOf(sending, sending.template)
  await (why === 'notSubscribed' ? leave.end(run) : leave.giveBack(run))
}

const busy = async (run: Run, queue: Queue, sending: Sending): Promise<void> => {
  if (!(await move(run, sending, { to: 'waiting', way: null, reason: 'busy' }))) return
  await leaveOf(sending, sending.template).giveBack(run)
  await queue.failed(run, sending)
}

/** An SMS is asked for again under its id; a platform would send a second message. */
const unknown = async (run: Run, queue: Queue, sending: Sending): Promise<void> => {
  const isAgain = sending.way === 'sms'
  if (!(await move(run, sending, { to: isAgain ? 'sending' : 'dead', way: sending.way, reason: 'unknown' }))) return
  await (isAgain ? queue.failed(run, sending) : queue.remove(run, sending))
}

const settle = (run: Run, queue: Queue, sending: Sending, ended: Ended): Promise<void> => {
  switch (ended.is) {
    case 'accepted': return accepted(run, queue, sending)
    case 'refused': return refused(run, sending, ended.why)
    case 'busy': return busy(run, queue, sending)
    case 'unknown': return unknown(run, queue, sending)
  }
}

/** Writes down what became of a message, with its place in the queue. What another try has written meanwhile stays. */
export const settleSending = async (database: Database, queue: Queue, sending: Sending, ended: Ended): Promise<void> => {
  await inTransaction(database, async (run) => {
    await settle(run, queue, sending, ended)
    return true
  })
}
