import type { PoolClient } from 'pg'
import type { Database, Statement } from './database'

/** Runs prepared statements: on any connection, or all on one within a transaction. */
export type Runs = Pick<Database, 'run'>

const runsOn = (client: PoolClient): Runs => ({
  run: async <Row>({ name, text, values }: Statement) => (await client.query({ name, text, values: [...values] })).rows as Row[],
})

/** Whether the connection can be used again. */
const rolledBack = (client: PoolClient): Promise<boolean> => client.query('rollback').then(() => true, () => false)

/** Runs in one transaction: what `run` resolves to is committed, unless it is null; what it throws undoes everything. */
export const inTransaction = async <T>({ pool }: Database, run: (within: Runs) => Promise<T | null>): Promise<T | null> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const result = await run(runsOn(client))
    await client.query(result === null ? 'rollback' : 'commit')
    client.release()
    return result
  } catch (thrown) {
    client.release(!(await rolledBack(client)))
    throw thrown
  }
}
