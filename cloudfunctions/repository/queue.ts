import type PgBoss from 'pg-boss'
import type { Instant } from '@/domain/time'
import type { Run } from './database'

/** What a job is about, by keys alone. */
export interface Job {
  readonly personKey: string
  readonly messageId: string
}

/** A job that somebody was handed: nobody else is, until it is over, or its time for it (`queueOptions`) has run out. */
export interface TakenJob extends Job {
  readonly jobId: string
}

/** Messages that wait to be sent. Everything but `take` counts with the transaction of the `run` it is given. */
export interface Queue {
  /** Once a message, however often. */
  put(run: Run, jobs: readonly (Job & { readonly startAfter: Instant })[]): Promise<void>
  take(run: Run, count: number): Promise<readonly TakenJob[]>
  /** Jobs that were tried often enough. */
  takeDead(run: Run, count: number): Promise<readonly TakenJob[]>
  /** It is over, and not tried again. */
  remove(run: Run, job: Job): Promise<void>
  removeDead(run: Run, job: TakenJob): Promise<void>
  /** It was not done: it is tried again later, or is dead. */
  failed(run: Run, job: TakenJob): Promise<void>
  /** What somebody was handed and did not finish in time was not done. */
  expire(run: Run): Promise<void>
}

export const [live, dead] = ['message', 'message-dead']

/** Tried again after one to two minutes, and each time after twice as long: for two to four hours. A job is kept as long as its message. */
export const queueOptions = { retryLimit: 7, retryDelay: 60, retryBackoff: true, expireInSeconds: 120, retentionMinutes: 365 * 24 * 60, deadLetter: dead } as const

/** pg-boss's own statements, on our connection. */
export const connectionOf = (run: Run): PgBoss.Db => ({ executeSql: async (text, values?: unknown[]) => ({ rows: await run({ text, values: values ?? [] }) }) })

/** Loaded where it is first needed: most functions never are in need of it. Its own timers stay off, and it makes no tables. */
export const openBoss = async (db: PgBoss.Db, migrate: boolean): Promise<PgBoss> => {
  const { default: Boss } = await import('pg-boss')
  return new Boss({ db, migrate, supervise: false, schedule: false })
}

const jobIn = ({ id, data }: PgBoss.Job<Job>): TakenJob => ({ ...data, jobId: id })

const nowhere: PgBoss.Db = { executeSql: async () => { throw new TypeError('a job is put and taken on a connection that is given') } }

export const queueOf = (): Queue => {
  let opened: Promise<PgBoss> | undefined
  const boss = () => (opened ??= openBoss(nowhere, false))
  const on = (run: Run) => ({ db: connectionOf(run) })
  return {
    put: async (run, jobs) => {
      const inserted = jobs.map(({ startAfter, ...data }) => ({ id: data.messageId, name: live, data, startAfter: new Date(startAfter).toISOString() }))
      if (inserted.length > 0) await (await boss()).insert(inserted, on(run))
    },
    take: async (run, count) => (await (await boss()).fetch<Job>(live, { batchSize: count, ...on(run) })).map(jobIn),
    takeDead: async (run, count) => (await (await boss()).fetch<Job>(dead, { batchSize: count, ...on(run) })).map(jobIn),
    remove: async (run, { messageId }) => (await boss()).deleteJob(live, messageId, on(run)),
    removeDead: async (run, { jobId }) => (await boss()).deleteJob(dead, jobId, on(run)),
    failed: async (run, { jobId }) => (await boss()).fail(live, jobId, {}, on(run)),
    expire: async (run) => (await openBoss(connectionOf(run), false)).expire(),
  }
}
