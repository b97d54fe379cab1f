import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDatabase, type TestDatabase } from '../../support/database'
import { cardFile, row } from '../../support/record/card-file'

// a process of its own, which compiles what it runs
jest.setTimeout(120_000)

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

/** Runs the command as npm does, on this test's database: its exit code and all it printed. */
const run = (...args: string[]): Promise<{ code: number; printed: string }> =>
  new Promise((resolve) => {
    const env = { ...process.env, DATABASE_URL: database.connectionString, DATA_DIR: folder }
    const child = execFile(process.execPath, ['--import', 'tsx', 'cloudfunctions/host/cli/import-cards.ts', ...args], { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, printed: stdout + stderr }))
  })

test('a file with a bad row is not loaded, and the row is named without what it says', async () => {
  const file = join(folder, 'bad.csv')
  const bad = row({ phone: '12' })
  await writeFile(file, cardFile(row(), bad))
  const { code, printed } = await run(file)
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
