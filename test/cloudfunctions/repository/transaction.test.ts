import { inTransaction, openDatabase, type Run } from '../../../cloudfunctions/repository/database'
import { RequestError } from '../../../cloudfunctions/runtime/errors'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { createDatabase, type TestDatabase } from '../../support/database'

let created: TestDatabase
let database: ReturnType<typeof openDatabase>
beforeAll(async () => {
  created = await createDatabase()
  database = openDatabase(created.connectionString, logTo('silent'))
})
afterAll(async () => {
  await database.pool.end()
  await created.drop()
})

const backend = async (run: Run = database.run) => (await run<{ pid: number }>({ name: 'backend', text: 'select pg_backend_pid() as pid', values: [] }))[0]?.pid
const people = async () => (await database.run({ name: 'people', text: 'select from person', values: [] })).length
/** Writes, and then ends as it is told to. */
const writeAnd = (end: () => undefined) => inTransaction(database, async (run) => {
  await run({ name: 'write', text: `insert into person values ('p', 's')`, values: [] })
  return end()
})

test.each<[string, () => undefined]>([
  ['met with what another had changed', () => undefined],
  ['was refused', () => { throw new RequestError('tooManyDependants') }],
])('what %s is not written, and the connection serves the next', async (_what, end) => {
  const before = await backend()
  await writeAnd(end).catch((thrown: unknown) => expect(thrown).toBeInstanceOf(RequestError))
  expect([await people(), await backend()]).toEqual([0, before])
})

test('what went wrong is not written, and its connection ends with it', async () => {
  const before = await backend()
  await expect(writeAnd(() => { throw new TypeError('wrong') })).rejects.toThrow('wrong')
  expect(await people()).toBe(0)
  expect(await backend()).not.toBe(before)
})
