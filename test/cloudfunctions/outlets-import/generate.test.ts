import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { outletFileLines } from '../../../cloudfunctions/host/import/outlets/generate'
import { openLists } from './load'

jest.setTimeout(60_000)

test('two thousand generated outlets load without a bad one, in every district, of every kind, bank and capability', async () => {
  const lists = await openLists()
  try {
    const { imported, lines, suspected } = await lists.load(Readable.from(outletFileLines(2000), { objectMode: false }), { fictional: true })
    expect([imported, lines, suspected.filter((line) => !line.endsWith('checkedLongAgo'))]).toEqual([expect.objectContaining({ outcome: 'loaded', outlets: 2000 }), [], []])
    const { rows } = await lists.sql.query(`select count(distinct district)::integer as districts, count(distinct kind)::integer as kinds, count(distinct bank)::integer as banks,
      count(distinct hours::text)::integer as weeks, (select count(distinct c)::integer from outlet, unnest(capabilities) c) as capabilities from outlet`)
    expect(rows).toEqual([{ districts: 20, kinds: 7, banks: 7, weeks: 5, capabilities: 8 }])
  } finally {
    await lists.close()
  }
})

test('a generated list is the same every time', () => {
  const digest = () => createHash('sha256').update([...outletFileLines(5000)].join('')).digest('hex')
  expect(digest()).toBe(digest())
  // a longer list begins as a shorter one does
  expect([...outletFileLines(60)].slice(0, 41)).toEqual([...outletFileLines(40)])
})

test('every generated outlet is plainly made up', () => {
  const [, ...rows] = [...outletFileLines(500)]
  const plain = /^demo-\d+,示例.+,chengdu,\d{6},示例路\d+号（演示）,[\d.]+,[\d.]+,(028-0000\d{4})?,.*演示数据,/
  expect(rows.filter((row) => !plain.test(row))).toEqual([])
})

test.each([0, -1, 1.5, Number.NaN, 10_000_000])('%p outlets are refused', (count) => {
  expect(() => [...outletFileLines(count)]).toThrow(RangeError)
})
