import { Readable } from 'node:stream'
import { importCardFile, type ImportSummary } from '../../cloudfunctions/host/import'
import { cardFileLines } from '../../cloudfunctions/host/import/generate'
import { openEmptyRecord, type TestRecord } from '../support/record'

/** A multiple of ten: a generated city has ten states in turn. */
const people = Number(process.env['FULL_IMPORT_CARDS'] ?? 100_000)
jest.setTimeout(600_000)

let record: TestRecord
beforeAll(async () => (record = await openEmptyRecord()))
afterAll(() => record.close())

const load = async (): Promise<ImportSummary & { told: string[] }> => {
  const told: string[] = []
  const summary = await importCardFile({
    repository: record.services.repository,
    source: Readable.from(cardFileLines(people), { objectMode: false }),
    onBadRow: (line, reason) => told.push(`${line} ${reason}`),
    onDifference: ({ line, columns }) => told.push(`${line} ${columns.join(' ')}`),
  })
  return { ...summary, told }
}

const filled = ['card', 'card_directory', 'card_event', 'loss_report', 'person', 'person_card', 'person_directory']

/** How many rows a table has, and a digest of all they say. */
const contents = async (table: string): Promise<{ rows: number; digest: string | null }> => {
  const { rows: [row] } = await record.sql.query<{ rows: number; digest: string | null }>(
    `select count(*)::integer as rows, md5(string_agg(md5(t::text), '' order by t::text collate "C")) as digest from ${table} t`)
  return row ?? { rows: 0, digest: null }
}

const everything = async () => {
  const found: Record<string, Awaited<ReturnType<typeof contents>>> = {}
  for (const table of filled) found[table] = await contents(table)
  return found
}

const lives = async () =>
  (await record.sql.query<{ life: string; cards: number }>('select social_life as life, count(*)::integer as cards from card group by 1 order by 1')).rows

test(`${people} cards enter the record in one go, and a second time change nothing`, async () => {
  expect(await load()).toEqual({ loaded: true, added: people, known: 0, bad: 0, told: [] })
  const first = await everything()
  const tenth = people / 10
  expect(Object.fromEntries(filled.map((table) => [table, first[table]?.rows]))).toEqual(
    { ...Object.fromEntries(filled.map((table) => [table, people])), loss_report: tenth })
  expect(await lives()).toEqual([
    { life: 'cancelled', cards: tenth }, { life: 'inUse', cards: 7 * tenth }, { life: 'locked', cards: tenth }, { life: 'notActivated', cards: tenth },
  ])
  const { rows } = await record.sql.query<{ card_key: string }>('select card_key from card order by card_key limit 200')
  for (const { card_key: key } of rows) expect(await record.services.repository.cards.verifyHistory(key)).toBeNull()

  expect(await load()).toEqual({ loaded: true, added: 0, known: people, bad: 0, told: [] })
  expect(await everything()).toEqual(first)
})
