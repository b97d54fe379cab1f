import { Writable } from 'node:stream'
import { readiness } from '../../../cloudfunctions/host/ready'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { openServices, type Services } from '../../../cloudfunctions/runtime/services'
import { createDatabase, type TestDatabase } from '../../support/database'
import { testConfig } from '../../support/record/keys'

let database: TestDatabase
let services: Services
const lines: string[] = []
beforeAll(async () => {
  database = await createDatabase()
  const sink = new Writable({ write: (chunk: Buffer, _encoding, done) => { lines.push(chunk.toString()); done() } })
  services = openServices(testConfig(database.connectionString), logTo('info', sink))
})
afterAll(async () => {
  await services.repository.close()
  await database.drop()
})
afterEach(() => jest.restoreAllMocks())

const clockIsAhead = (ms: number) => {
  const usual = Date.now
  jest.spyOn(Date, 'now').mockImplementation(() => usual() + ms)
}

test.each([0, 20_000, -20_000])('a host whose clock is %i ms ahead of the database\'s is ready', async (ms) => {
  clockIsAhead(ms)
  await expect(readiness(services)()).resolves.toBeUndefined()
})

test.each([90_000, -90_000])('a host whose clock is %i ms ahead of the database\'s is not, and says why', async (ms) => {
  clockIsAhead(ms)
  await expect(readiness(services)()).rejects.toMatchObject({ code: 'busy' })
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ operation: 'ready', code: 'clock', ms: expect.any(Number) })
})
