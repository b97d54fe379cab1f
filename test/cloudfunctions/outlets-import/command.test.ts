import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { command as importOutlets } from '../../../cloudfunctions/host/cli/import-outlets'
import { command as listVersions } from '../../../cloudfunctions/host/cli/list-outlet-versions'
import { command as publishOutlets } from '../../../cloudfunctions/host/cli/publish-outlets'
import { command as reportOutlets } from '../../../cloudfunctions/host/cli/report-outlets'
import { runHere, runProcess } from '../../support/command'
import { createDatabase, type TestDatabase } from '../../support/database'
import { outlet, outletFile, outletGeojson } from '../../support/record/outlet-file'

// some are processes of their own, which compile what they run
jest.setTimeout(120_000)

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await createDatabase()
  folder = await mkdtemp(join(tmpdir(), 'lost-card-outlets-'))
})
afterEach(async () => {
  await database.drop()
  await rm(folder, { recursive: true })
})

const commands = { 'import-outlets': importOutlets, 'publish-outlets': publishOutlets, 'list-outlet-versions': listVersions, 'report-outlets': reportOutlets }
type Command = keyof typeof commands

const environment = () => ({ DATABASE_URL: database.connectionString, DATA_DIR: folder })
const run = (command: Command, ...args: string[]) => runHere(commands[command], environment(), args)
/** The same as a process of its own, as npm runs it: once each. */
const process = (command: Command | 'generate-outlets', ...args: string[]) => runProcess(command, environment(), args)

const fileOf = async (name: string, contents: string): Promise<string> => {
  await writeFile(join(folder, name), contents)
  return join(folder, name)
}

const loadedVersion = ({ code, printed }: { code: number; printed: string }): string => {
  expect(code).toBe(0)
  return /as version (\S+), current from/.exec(printed)?.[1] ?? ''
}

test('a list is imported, listed, put aside for another and brought back', async () => {
  const [kept, moved] = [outlet({ id: 'kept', phone: '' }), outlet({ id: 'moved' })]
  const first = loadedVersion(await process('import-outlets', await fileOf('a.csv', outletFile(kept, moved)), '--coordinates', 'gcj02'))
  const again = await run('import-outlets', join(folder, 'a.csv'), '--coordinates', 'gcj02')
  expect([again.code, again.printed.trim()]).toEqual([0, `Nothing changed: version ${first} of chengdu says the same of its 2 outlet(s).`])

  const second = loadedVersion(await run('import-outlets', await fileOf('b.geojson', outletGeojson(kept, { ...moved, holidays: '' })), '--coordinates', 'gcj02'))
  const versions = (await process('list-outlet-versions', '--city', 'chengdu')).printed.trim().split('\n')
  const line = (version: string, rest: string) => expect.stringMatching(new RegExp(`^${version}  imported \\d{4}-\\S+\\+08:00  2 outlet\\(s\\)${rest}$`))
  expect(versions).toEqual([line(second, '  current'), line(first, '')])

  const back = await process('publish-outlets', '--city', 'chengdu', '--version', first)
  expect([back.code, back.printed]).toEqual([0, expect.stringContaining(`Version ${first} is the list of chengdu from`)])
  expect((await run('list-outlet-versions', '--city', 'chengdu')).printed.trim().split('\n')).toEqual([line(second, ''), line(first, '  current')])
})

test('a report says how many first, then which', async () => {
  const [kept, moved, gone] = [outlet({ id: 'kept', phone: '', checked_on: '2026-01-05' }), outlet({ id: 'moved' }), outlet({ id: 'gone' })]
  const first = loadedVersion(await run('import-outlets', await fileOf('a.csv', outletFile(kept, moved, gone)), '--coordinates', 'wgs84'))
  const second = loadedVersion(await run('import-outlets', await fileOf('b.csv', outletFile(kept, { ...moved, holidays: '' })), '--coordinates', 'wgs84'))
  const { code, printed } = await process('report-outlets', '--city', 'chengdu', '--stale-days', '150')
  expect([code, printed.replace(/before \d{4}-\d\d-\d\d/, 'before a day').trim().split('\n')]).toEqual([0, [
    `Version ${second} of chengdu: 2 outlet(s)`,
    '  1 last checked before a day',
    '  1 without a phone number',
    '  0 without hours',
    '  1 without a word on holidays',
    `Since version ${first}: 0 added, 1 removed, 1 changed`,
    '',
    `look at  kept  ${kept.name}: last checked on 2026-01-05, no phone`,
    `look at  moved  ${moved.name}: no word on holidays`,
    `removed  gone  ${gone.name}`,
    `changed  moved  ${moved.name}: holidays`,
  ]])
  expect((await run('report-outlets', '--city', 'chengdu', '--versions', second, first)).printed).toContain(`Since version ${second}: 1 added, 0 removed, 1 changed`)
})

test('a bad row is named by its line and column, a suspect too, and a list to come says when', async () => {
  const twin = outlet({ kind: 'bank', bank: 'icbc', name: '锦江建设银行网点', longitude: '104.1' })
  const file = await fileOf('bad.csv', outletFile(twin, outlet({ phone: '12' }), { ...twin, name: '别名' }))
  const { code, printed } = await run('import-outlets', file, '--coordinates', 'wgs84')
  expect([code, printed.trim().split('\n')]).toEqual([1, [
    'line 2: loaded, but look at it: name says another bank than bank does',
    expect.stringMatching(/^line 3: phone is none of /),
    'line 4: id came on an earlier line (line 2)',
    'Nothing was loaded: 2 bad outlet(s). Mend them, or load the others with --skip-bad.',
  ]])
  const skipped = await run('import-outlets', file, '--coordinates', 'wgs84', '--skip-bad', '--from', '2999-01-01T08:00:00+08:00')
  expect([skipped.code, skipped.printed]).toEqual([0, expect.stringContaining('current from 2999-01-01T08:00:00.000+08:00; 2 bad one(s) left out, 1 suspect(s).')])
  expect((await run('list-outlet-versions', '--city', 'chengdu')).printed).toMatch(/1 outlet\(s\) {2}next from 2999-01-01T08:00:00\.000\+08:00\n$/)
  expect((await run('report-outlets', '--city', 'chengdu'))).toEqual({ code: 1, printed: 'chengdu has no list of outlets yet.\n' })
  // whoever loads a list now is told that another will take its place
  const now = await run('import-outlets', await fileOf('now.csv', outletFile(outlet())), '--coordinates', 'wgs84')
  expect(now.printed).toMatch(/From 2999-01-01T08:00:00\.000\+08:00 on, version \w+ is to be the list of chengdu\.\n$/)
})

test('a made-up list is generated, and loaded only as one', async () => {
  const file = join(folder, 'many.csv')
  expect(await process('generate-outlets', '300', file)).toEqual({ code: 0, printed: '' })
  expect((await readFile(file, 'utf8')).trim().split('\n').length).toBe(301)
  expect(await run('import-outlets', file, '--coordinates', 'bd09')).toMatchObject({ code: 1, printed: expect.stringContaining('300 bad outlet(s)') })
  loadedVersion(await run('import-outlets', file, '--coordinates', 'bd09', '--fictional'))
  expect((await run('list-outlet-versions', '--city', 'chengdu')).printed).toContain('300 outlet(s)  fictional  current')
})

test.each<[string, Command, string[], string]>([
  ['no file', 'import-outlets', ['--coordinates', 'wgs84'], 'Usage: npm run outlets:import'],
  ['a file that is not there', 'import-outlets', ['nothing.csv', '--coordinates', 'wgs84'], 'There is no file at nothing.csv.'],
  ['a spreadsheet', 'import-outlets', ['list.xlsx', '--coordinates', 'wgs84'], 'list.xlsx is neither .csv nor .geojson'],
  ['no coordinates', 'import-outlets', ['list.csv'], '--coordinates says in which system'],
  ['unknown coordinates', 'import-outlets', ['list.csv', '--coordinates', 'cgcs'], '--coordinates says in which system'],
  ['a time without an offset', 'import-outlets', ['list.csv', '--coordinates', 'wgs84', '--from', '2999-01-01T08:00:00'], '--from is not a time with an offset'],
  ['a past time', 'publish-outlets', ['--city', 'chengdu', '--version', 'v', '--from', '2020-01-01T08:00:00+08:00'], 'Nothing was changed: --from is in the past.'],
  ['an unknown version', 'publish-outlets', ['--city', 'chengdu', '--version', 'nothing'], 'chengdu has no version nothing'],
  ['no version', 'publish-outlets', ['--city', 'chengdu'], 'Usage: npm run outlets:publish'],
  ['no city', 'list-outlet-versions', [], '--city is one of chengdu, shanghai, beijing.'],
  ['a city without a place', 'report-outlets', ['--city', 'national'], '--city is one of chengdu, shanghai, beijing.'],
  ['unknown versions', 'report-outlets', ['--city', 'chengdu', '--versions', 'a', 'b'], 'chengdu has no such version'],
  ['half a comparison', 'report-outlets', ['--city', 'chengdu', '--versions', 'a'], 'Usage: npm run outlets:report'],
  ['days that are none', 'report-outlets', ['--city', 'chengdu', '--stale-days', 'many'], '--stale-days is a whole number of days.'],
])('%s: %s is refused with a sentence', async (_what, command, args, sentence) => {
  const { code, printed } = await run(command, ...args)
  expect([code, printed.trim().startsWith(sentence) ? sentence : printed]).toEqual([1, sentence])
})

test('a database that is not there is said to be so, with what to do', async () => {
  const { connectionString } = database
  database = { ...database, connectionString: 'postgres://nobody@127.0.0.1:1/nowhere' }
  const { code, printed } = await run('list-outlet-versions', '--city', 'chengdu')
  database = { ...database, connectionString }
  expect([code, printed]).toEqual([1, expect.stringMatching(/^The database cannot be reached.*DATABASE_URL/)])
})

test('a number of outlets that is none is refused with a sentence', async () => {
  expect(await process('generate-outlets', 'many')).toEqual({ code: 1, printed: expect.stringMatching(/^The number of outlets is 1 to /) })
})

test('a city without a list says so', async () => {
  expect(await run('list-outlet-versions', '--city', 'beijing')).toEqual({ code: 0, printed: 'beijing has no list of outlets yet.\n' })
})
