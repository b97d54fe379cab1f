import pg from 'pg'
import { RequestError } from '../runtime/errors'
import { errorForLog, type Log } from '../runtime/log'

/** Where rows are kept. `run` sends a statement that is prepared once a connection under its name; one of another's making has none. */
export interface Database {
  readonly pool: pg.Pool
  run<Row>(statement: Statement): Promise<Row[]>
}

export interface Statement {
  readonly name?: string
  readonly text: string
  readonly values: readonly unknown[]
}

/** Milliseconds: one statement may run, one connection may be waited for, an answer may stay away. */
const limits = { statement_timeout: 5_000, connectionTimeoutMillis: 5_000, query_timeout: 8_000 }
const connections = 16

/**
 * Every statement here goes by keys. Without this, a plan made while a table was empty would read all of it, and go on doing so
 * while the table grows, until the server next takes its statistics. For the same reason one plan serves a statement's every value: the
 * server would otherwise plan anew each time, since a plan for one card's part of a table looks cheaper than one for any card's.
 */
export const serverOptions = '-c enable_seqscan=off -c jit=off -c plan_cache_mode=force_generic_plan'

/** Instants and counts are bigint in the tables and well below 2^53. */
const wholeNumbers: pg.CustomTypesConfig = {
  getTypeParser: (id, format) => (id === pg.types.builtins.INT8 ? Number : (pg.types.getTypeParser(id, format) as (text: string) => unknown)),
}

/** Opens the pool; nothing reaches the server before the first query. */
export const openDatabase = (connectionString: string, log: Log): Database => {
  const pool = new pg.Pool({ connectionString, ...limits, max: connections, options: serverOptions, types: wholeNumbers, application_name: 'lost-card' })
  // an idle connection that the server closes must not end the process; the next query opens another
  pool.on('error', (thrown) => log.warn({ code: 'connectionLost', error: errorForLog(thrown) }))
  // one that is lost between two statements of a transaction fails the next of them
  pool.on('connect', (client) => client.on('error', () => undefined))
  const run = async <Row>({ name, text, values }: Statement) => (await pool.query({ name, text, values: [...values] })).rows as Row[]
  return { pool, run }
}

/** The database's clock in whole ms: the one that decides. */
export const clock = 'floor(extract(epoch from clock_timestamp()) * 1000)::bigint'

export type Run = Database['run']

/** What the database's clock says, as soon as it answers. */
export const clockOf = async ({ run }: Pick<Database, 'run'>): Promise<number> => {
  const [row] = await run<{ now: number }>({ name: 'clock', text: `select ${clock} as now`, values: [] })
  return row?.now ?? 0
}

/** What we refuse leaves the connection good for others; after any other fault an open transaction ends with its connection. */
const leave = async (client: pg.PoolClient, thrown: unknown): Promise<void> => {
  const isGood = thrown instanceof RequestError && (await client.query('rollback').then(() => true, () => false))
  client.release(!isGood)
}

/**
 * Several statements that count whole or not at all: none does when `run` throws, or resolves to undefined since it met with what
 * another request had changed.
 */
export const inTransaction = async <T>({ pool }: Pick<Database, 'pool'>, run: (within: Run) => Promise<T | undefined>): Promise<T | undefined> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await run(async <Row>({ name, text, values }: Statement) => (await client.query({ name, text, values: [...values] })).rows as Row[])
    await client.query(result === undefined ? 'rollback' : 'commit')
    client.release()
    return result
  } catch (thrown) {
    await leave(client, thrown)
    throw thrown
  }
}
