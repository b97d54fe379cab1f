import pg from 'pg'
import { clock } from '../database'
import type { Instant } from '@/domain/time'

/** One connection with one transaction on it; statements may take as long as a big file needs. */
export interface Session {
  query<Row = unknown>(text: string, values?: readonly unknown[]): Promise<Row[]>
  now(): Promise<Instant>
}

/** Two imports at once would both find the same card new. */
export const importLock = 5_102_026

const sessionOn = (client: pg.Client): Session => {
  const query = async <Row>(text: string, values: readonly unknown[] = []) => (await client.query(text, [...values])).rows as Row[]
  return {
    query,
    now: async () => {
      const [row] = await query<{ now: string }>(`select ${clock} as now`)
      return Number(row?.now)
    },
  }
}

const transaction = async <T>(connectionString: string, opening: readonly string[], run: (session: Session) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString, application_name: 'lost-card import' })
  // what is under way when the connection is lost fails with it; without a listener it would end the process
  client.on('error', () => undefined)
  await client.connect()
  try {
    for (const statement of opening) await client.query(statement)
    const result = await run(sessionOn(client))
    await client.query(result === null ? 'rollback' : 'commit')
    return result
  } finally {
    // an open transaction ends with its connection
    await client.end()
  }
}

/** Runs in one transaction: what `run` resolves to is committed, unless it is null; what it throws undoes everything. */
export const inOneTransaction = <T>(connectionString: string, run: (session: Session) => Promise<T>): Promise<T> =>
  transaction(connectionString, ['begin', `select pg_advisory_xact_lock(${importLock})`], run)

/** Reads what stands at one moment, however long it takes; an import meanwhile neither waits nor is waited for. */
export const inOneSnapshot = <T>(connectionString: string, run: (session: Session) => Promise<T>): Promise<T> =>
  transaction(connectionString, ['begin isolation level repeatable read read only'], run)
