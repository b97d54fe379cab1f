import pg from 'pg'
import { dead, live, openBoss, queueOptions } from './queue'

/** One instance at a time: the queue's own tables are made in one go. */
const lock = 1_122_026

/** Brings the queue's tables, which are pg-boss's own, up to date. Safe to call from several instances at once. */
export const migrateQueue = async (connectionString: string): Promise<void> => {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [lock])
    const boss = await openBoss({ executeSql: (text, values) => client.query(text, values) }, true)
    await boss.start()
    await boss.createQueue(dead)
    await boss.createQueue(live, { name: live, ...queueOptions })
    await boss.updateQueue(live, { name: live, ...queueOptions })
  } finally {
    await client.end()
  }
}
