import { clock, inTransaction, type Database, type Run } from '../database'
import type { Queue } from '../queue'

const batch = 50

const bury = `update delivery d set state = 'dead', at = ${clock}, reason = case when d.state = 'sending' then 'unknown' else coalesce(d.reason, 'interrupted') end
  from unnest($1::text[], $2::text[]) t(person_key, message_id)
  where d.person_key = t.person_key and d.message_id = t.message_id and d.state in ('waiting', 'sending')`

const within = async (run: Run, queue: Queue): Promise<number> => {
  const jobs = await queue.takeDead(run, batch)
  await run({ name: 'bury-deliveries', text: bury, values: [jobs.map((job) => job.personKey), jobs.map((job) => job.messageId)] })
  for (const job of jobs) {
    await queue.remove(run, job)
    await queue.removeDead(run, job)
  }
  return jobs.length
}

/** What was tried often enough is dead, and left to an operator. Gives how many that were. */
export const buryDead = async (database: Database, queue: Queue): Promise<number> => {
  let [count, sum] = [batch, 0]
  while (count === batch) {
    count = (await inTransaction(database, (run) => within(run, queue))) ?? 0
    sum += count
  }
  return sum
}
