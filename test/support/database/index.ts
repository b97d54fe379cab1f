import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { serverVariable } from './variable'

/** What databases of a run are copies of: filled once a run, by the first test file that needs it. */
export interface Template {
  readonly name: string
  fill(connectionString: string): Promise<void>
}

// what fills a template is loaded where one is filled: the rest of a run copies them
const empty: Template = { name: 'lost_card_template', fill: async (address) => (await import('../../../cloudfunctions/repository')).migrate(address) }
const templateLock = 4_210_006

const serverAddress = (): string => {
  const address = process.env[serverVariable]
  if (!address) throw new Error('no test database: run the jest projects `functions` or `bundles`, whose global setup starts it')
  return address
}

/** The address of a database of the run's own server. */
const addressOf = (database: string) => Object.assign(new URL(serverAddress()), { pathname: `/${database}` }).href

const onServer = async <Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> => {
  const client = new pg.Client({ connectionString: serverAddress() })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

const build = async (client: pg.Client, { name, fill }: Template) => {
  const building = `${name}_building`
  await client.query(`DROP DATABASE IF EXISTS ${building}`)
  await client.query(`CREATE DATABASE ${building}`)
  await fill(addressOf(building))
  await client.query(`ALTER DATABASE ${building} RENAME TO ${name}`)
}

const withTemplate = async (client: pg.Client, template: Template) => {
  await client.query('SELECT pg_advisory_lock($1)', [templateLock])
  const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template.name])
  if (rowCount === 0) await build(client, template)
  await client.query('SELECT pg_advisory_unlock($1)', [templateLock])
}

export interface TestDatabase {
  readonly connectionString: string
  /** Drops it, together with whatever is still connected. */
  drop(): Promise<void>
}

/** A fresh, migrated database, or a copy of another template. */
export const createDatabase = (template = empty): Promise<TestDatabase> =>
  onServer(async (client) => {
    await withTemplate(client, template)
    const name = `test_${randomBytes(8).toString('hex')}`
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template.name}`)
    const drop = () => onServer(async (again) => void (await again.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)))
    return { connectionString: addressOf(name), drop }
  })
