import type { RequestOf } from '@/contract'
import { openRecord, type TestRecord } from '../../support/record'
import { call, ok } from '../../support/record/citizen'
import { outlet, publish } from '../../support/outlets/publish'

let record: TestRecord
beforeAll(async () => {
  record = await openRecord()
  const outlets = Array.from({ length: 1_100 }, (_, at) =>
    outlet(`o${at}`, { longitude: 104 + ((at * 37) % 100) / 1_000, latitude: 30.6 + ((at * 61) % 100) / 1_000, kind: at < 45 ? 'bank' : 'agency', bank: at < 45 ? 'icbc' : null }))
  await publish(record.sql, { version: 'many', outlets })
})
afterAll(() => record.close())

type Asked = RequestOf<'outlets/search'>
const near = { near: { longitude: 104.05, latitude: 30.65 } }
const search = (asked: Partial<Asked> = {}) => ok(call('outlets/search', { city: 'chengdu', ...asked }))

/** Page after page to the end. */
const walk = async (asked: Partial<Asked>): Promise<string[][]> => {
  const pages: string[][] = []
  for (let cursor: string | undefined, first = true; first || cursor; first = false) {
    const page = await search({ ...asked, ...(cursor && { cursor }) })
    pages.push(page.outlets.map(({ outletId }) => outletId))
    cursor = page.cursor
  }
  return pages
}

const refusal = async (asked: Partial<Asked>) => {
  const answer = await call('outlets/search', { city: 'chengdu', ...asked })
  return answer.ok ? null : [answer.error.code, answer.error.details?.field].join(' ')
}

test('twenty a page unless told otherwise', async () => {
  expect((await walk({ bank: 'icbc' })).map((page) => page.length)).toEqual([20, 20, 5])
  expect((await walk({ bank: 'icbc', limit: 45 })).map((page) => page.length)).toEqual([45])
})

test.each<[string, Partial<Asked>]>([['in the list\'s order', {}], ['nearest first', near], ['open ones first', { ...near, order: 'openFirst' }]])(
  'paging gives each outlet once, %s', async (_, asked) => {
    const ids = (await walk({ ...asked, bank: 'icbc', limit: 7 })).flat()
    expect(ids).toHaveLength(45)
    expect(new Set(ids).size).toBe(45)
    expect(ids).toEqual((await search({ ...asked, bank: 'icbc', limit: 50 })).outlets.map(({ outletId }) => outletId))
  })

test('a page may be larger than the one before', async () => {
  const { cursor = '' } = await search({ limit: 1 })
  expect((await search({ limit: 3, cursor })).outlets.map(({ outletId }) => outletId)).toEqual(['chengdu.o1', 'chengdu.o2', 'chengdu.o3'])
})

test('nobody gets further than the thousandth outlet', async () => {
  expect((await walk({ limit: 50 })).flat()).toHaveLength(1_000)
})

test('a cursor is of one search, and nobody else makes one', async () => {
  const { cursor = '' } = await search(near)
  expect(cursor).toMatch(/^20\.[0-9a-f]{32}$/)
  expect(await refusal({ ...near, cursor })).toBeNull()
  for (const forged of [cursor.replace('20.', '40.'), cursor.slice(0, -1), '20', 'x.y', `020${cursor.slice(2)}`]) {
    expect(await refusal({ ...near, cursor: forged })).toBe('invalidRequest cursor')
  }
  expect(await refusal({ cursor })).toBe('invalidRequest cursor')
  expect(await refusal({ ...near, bank: 'icbc', cursor })).toBe('invalidRequest cursor')
})
