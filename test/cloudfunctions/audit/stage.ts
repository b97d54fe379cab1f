import { verifyRecord, type Audit } from '../../../cloudfunctions/repository'
import { verifyWithin } from '../../../cloudfunctions/repository/audit/verify'
import type { Key } from '../../../cloudfunctions/runtime/key-list'
import type { TestRecord } from '../../support/record'

/** Signs until nothing is left to be signed; how many heads that were. */
export const signAll = async ({ services: { repository: { audit }, config: { auditKeys: [key] } } }: Pick<TestRecord, 'services'>): Promise<number> => {
  if (!key) throw new Error('a test has a key')
  let heads = 0
  while (await audit.signNext(key)) heads += 1
  return heads
}

type Request = Parameters<typeof verifyRecord>[1]

const request = ({ services: { config: { auditKeys: keys } } }: Pick<TestRecord, 'services'>, over: Partial<Request>): Request =>
  ({ keys, known: null, part: { nth: 1, of: 1 }, onEvents: () => undefined, ...over })

/** Checks the whole record, as the command does. */
export const audited = (record: Pick<TestRecord, 'services' | 'connectionString'>, over: Partial<Request> = {}): Promise<Audit> =>
  verifyRecord(record.connectionString, request(record, over))

/** Does to the record what its own tables refuse. */
export const freely = async (sql: TestRecord['sql'], statement: string): Promise<void> => {
  await sql.query('set session_replication_role = replica')
  await sql.query(statement)
  await sql.query('set session_replication_role = origin')
}

/** The same, checks it, and undoes all of it. */
export const tampered = async (record: Pick<TestRecord, 'services' | 'sql'>, statement: string, over: Partial<Request> = {}): Promise<readonly string[]> => {
  const { sql } = record
  await sql.query('begin')
  await freely(sql, statement)
  const query = async <Row>(text: string, values: readonly unknown[] = []) => (await sql.query(text, [...values])).rows as Row[]
  const { broken } = await verifyWithin({ query, now: async () => 0 }, request(record, over))
  await sql.query('rollback')
  return broken
}

const listOf = (keys: readonly Key[]): string => keys.map(({ id, bytes }) => `${id}:${Buffer.from(bytes).toString('hex')}`).join(',')

/** The settings that a command works on a record by. */
export const environmentOf = ({ services: { config }, connectionString }: Pick<TestRecord, 'services' | 'connectionString'>): Readonly<Record<string, string>> => ({
  DATABASE_URL: connectionString, DATA_KEYS: listOf(config.dataKeys), HASH_KEYS: listOf(config.hashKeys), SESSION_KEYS: listOf(config.sessionKeys),
  AUDIT_KEYS: listOf(config.auditKeys), LOG_LEVEL: 'silent',
})
