import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { startDatabase } from '../../../cloudfunctions/host/database'
import { migrate } from '../../../cloudfunctions/repository'
import { firstAnswer, type First } from '../host/first-answer'

/** Outlets as a large city's list has them: 40 kinds of hours, half of them banks', places all over Chengdu's box. */
const fill = [
  'insert into outlet_version values (\'chengdu\', \'made-up\', 0, $1, true)',
  `insert into outlet select 'chengdu', 'made-up', 'outlet-' || n, n, '示例网点' || n || '号',
    case when n % 2 = 0 then 'bank' else (array['community', 'subdistrict', 'agency', 'bureau', 'terminal', 'hospital'])[1 + n % 6] end,
    case when n % 2 = 0 then (array['icbc', 'abc', 'ccb', 'psbc', 'boc', 'bocd', 'cdrcb'])[1 + (n / 2) % 7] end,
    '5101' || lpad((4 + n % 19)::text, 2, '0'), '示例区示例路' || n || '号示例大厦一层',
    102.9 + random() * 1.99, 30.08 + random() * 1.36, '10000000000',
    ('[' || repeat('[{"from":540,"to":720},{"from":' || 780 + n % 40 || ',"to":1020}],', 5) || '[{"from":600,"to":900}],[]]')::json, 'closed',
    (array['{reportLoss,releaseLoss,reissue}', '{reportLoss,instantIssuance,collect}', '{collect,activateFinancial}'])[1 + n % 3]::text[],
    null, '示例名录', '2026-01-01', '示例', 'slwd' || n || 'h', 'slqsll' || n || 'hsldsyc'
    from generate_series(0, $1::integer - 1) n`,
  'insert into outlet_publication values (\'chengdu\', 1, \'made-up\', 0, 0)',
]

const fillWith = async (address: string, outlets: number): Promise<void> => {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  for (const statement of fill) await client.query(statement, statement.includes('$1') ? [outlets] : [])
  await client.query('analyze')
  await client.end()
}

const near = { longitude: 104.06, latitude: 30.66 }
const event = { operation: 'search', city: 'chengdu', near, bank: 'icbc', capability: ['collect'] }

const measure = async (address: string, outlets: number, rounds: number): Promise<First[]> => {
  await migrate(address)
  await fillWith(address, outlets)
  const hex = (bytes: number) => randomBytes(bytes).toString('hex')
  const env = { ...process.env, DATA_KEYS: `b:${hex(16)}`, HASH_KEYS: `b:${hex(32)}`, SESSION_KEYS: `t:${hex(32)}`, DATABASE_URL: address, LOG_LEVEL: 'silent' }
  const firsts: First[] = []
  for (let round = 0; round < rounds; round += 1) firsts.push(await firstAnswer('outlets', event, env))
  return firsts
}

/** First answers of a search in fresh processes on the built bundle, against a PostgreSQL that is already running. */
export const firstSearches = async (outlets: number, rounds: number): Promise<First[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'lost-card-bench-'))
  await chmod(folder, 0o711)
  const server = await startDatabase(join(folder, 'postgres'))
  try {
    await server.ensure('bench')
    return await measure(server.address('bench'), outlets, rounds)
  } finally {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
