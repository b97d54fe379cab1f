import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command } from '../../../cloudfunctions/host/cli/import-cards'
import { runHere, runProcess } from '../../support/command'
import { createDatabase, type TestDatabase } from '../../support/database'
import { cardFile, row } from '../../support/record/card-file'

// one is a process of its own, which compiles what it runs
jest.setTimeout(60_000)

let database: TestDatabase
let folder: string
beforeAll(async () => {
  database = await createDatabase()
  folder = await mkdtemp(join(tmpdir(), 'lost-card-import-'))
})
afterAll(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const environment = () => ({ DATABASE_URL: database.connectionString, DATA_DIR: folder })
const run = (...args: string[]) => runHere(command, environment(), args)

test('a file with a bad row is not loaded, and the row is named without what it says', async () => {
  const file = join(folder, 'bad.csv')
  const bad = row({ phone: '12' })
  await writeFile(file, cardFile(row(), bad))
  const { code, printed } = await runProcess('import-cards', environment(), [file])
  expect([code, printed.split('\n')[0]]).toEqual([1, 'line 3: phone is not a mobile number of 11 digits'])
  expect(printed).toContain('Nothing was loaded: 1 bad row(s).')
  expect(Object.values(bad).slice(0, 3).filter((text) => printed.includes(text))).toEqual([])
  expect(await run(file, '--skip-bad')).toMatchObject({ code: 0, printed: expect.stringContaining('1 new card(s) loaded') })
})

test.each([
  ['no file', [], 'Usage: npm run cards:import'],
  ['two files', ['a.csv', 'b.csv'], 'Usage: npm run cards:import'],
  ['a file that is not there', ['nothing.csv'], 'There is no file at nothing.csv.'],
])('%s is refused with a sentence', async (_what, args, sentence) => {
  const { code, printed } = await run(...args)
  expect([code, printed.trim().startsWith(sentence)]).toEqual([1, true])
})
