import pg from 'pg'
import { codeOf } from '../../../cloudfunctions/runtime/errors'

/** Runs a statement on a server by a connection of its own. */
export const askAt = async <Row extends pg.QueryResultRow>(address: string, text: string): Promise<Row[]> => {
  const client = new pg.Client({ connectionString: address })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return (await client.query<Row>(text)).rows
  } finally {
    await client.end()
  }
}

/** Ends a server's process at once. */
export const endProcess = (pid: number): void => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (thrown) {
    // it may have ended with the others
    if (codeOf(thrown) !== 'ESRCH') throw thrown
  }
}
