import { Readable } from 'node:stream'
import { importOutlets } from '../../cloudfunctions/host/import/outlets'
import { csvOutlets } from '../../cloudfunctions/host/import/outlets/csv'
import { outletFileLines } from '../../cloudfunctions/host/import/outlets/generate'
import { openEmptyRecord, type TestRecord } from '../support/record'

const outlets = Number(process.env['FULL_IMPORT_OUTLETS'] ?? 200_000)
jest.setTimeout(600_000)

let record: TestRecord
beforeAll(async () => (record = await openEmptyRecord()))
afterAll(() => record.close())

const load = async (lines: Iterable<string>) => {
  const bad: string[] = []
  const { imported } = await importOutlets({
    repository: record.services.repository,
    rows: csvOutlets(Readable.from(lines, { objectMode: false })),
    system: 'gcj02',
    from: null,
    skipBad: false,
    fictional: true,
    onBadRow: (line, reason) => bad.push(`${line} ${reason}`),
    onSuspect: () => undefined,
    onManyMissing: (missing, of) => bad.push(`missing ${missing} of ${of}`),
  })
  return { outcome: imported.outcome, bad }
}

/** The same list, a tenth of whose outlets have another source. */
function* changedLines(): Generator<string> {
  let nth = 0
  for (const line of outletFileLines(outlets)) {
    nth += 1
    yield nth % 10 === 0 ? line.replace(',演示数据,', ',另一份演示数据,') : line
  }
}

test(`${outlets} outlets become a version, the same ones no other, and a tenth that changed are told of`, async () => {
  expect(await load(outletFileLines(outlets))).toEqual({ outcome: 'loaded', bad: [] })
  expect((await record.sql.query('select count(*)::integer as outlets, count(distinct seq)::integer as places, max(seq) as last from outlet')).rows).toEqual(
    [{ outlets, places: outlets, last: outlets - 1 }])
  expect(await load(outletFileLines(outlets))).toEqual({ outcome: 'unchanged', bad: [] })

  expect(await load(changedLines())).toEqual({ outcome: 'loaded', bad: [] })
  const columns = new Set<string>()
  let changed = 0
  await record.services.repository.outlets.report({ city: 'chengdu', staleDays: 180, versions: null }, {
    summary: ({ since }) => expect(since?.changes).toEqual({ added: 0, removed: 0, changed: outlets / 10 }),
    gap: () => undefined,
    change: (change) => {
      changed += 1
      change.columns.forEach((column) => columns.add(column))
    },
  })
  expect([changed, [...columns]]).toEqual([outlets / 10, ['source']])
})

test('a file cut off anywhere loads nothing', async () => {
  const lines = [...outletFileLines(5000)].join('')
  const versions = async () => (await record.sql.query('select count(*)::integer as versions from outlet_version')).rows
  const before = await versions()
  for (const part of [0.2, 0.5, 0.9]) await expect(load([lines.slice(0, Math.floor(lines.length * part)).replace(/,[^,]*$/, '')])).rejects.toThrow('The file breaks off on line')
  expect(await versions()).toEqual(before)
})
