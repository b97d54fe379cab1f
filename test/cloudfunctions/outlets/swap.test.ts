import { openLists, provideLists } from '../../../cloudfunctions/outlets/lookup/lists'
import { usualTiming } from '../../../cloudfunctions/outlets/lookup/keep-current'
import { logTo } from '../../../cloudfunctions/runtime/log'
import { openServices, provideServices, type Services } from '../../../cloudfunctions/runtime/services'
import { atOnce } from '../../support/record/at-once'
import { openRecord, type TestRecord } from '../../support/record'
import { call, ok, refused } from '../../support/record/citizen'
import { testConfig } from '../../support/record/keys'
import { outlet, publish } from '../../support/outlets/publish'

let record: TestRecord
beforeEach(async () => {
  record = await openRecord()
  await publish(record.sql, { version: 'first', outlets: [outlet('a'), outlet('b')] })
})
afterEach(() => record.close())

const second = { version: 'second', outlets: [outlet('c')] }
const search = () => ok(call('outlets/search', { city: 'chengdu' }))
const version = async () => (await search()).list?.version

/** An instance that looks as often as it may; its clock is the test's where one is given. */
const instance = (checkEvery: number, now = Date.now): void =>
  provideLists(record.services.repository, openLists(record.services, { ...usualTiming, checkEvery, now }))

test('while a list takes another\'s place no search fails, and none is answered from both', async () => {
  instance(1)
  await search()
  let searches = 0
  const untilSecond = async () => {
    for (;;) {
      const { outlets, list } = await search()
      searches += 1
      expect(outlets.map(({ outletId }) => outletId)).toEqual(list?.version === 'second' ? ['chengdu.c'] : ['chengdu.a', 'chengdu.b'])
      if (list?.version === 'second') return
    }
  }
  const searching = atOnce(50, untilSecond)
  await publish(record.sql, second)
  await searching
  expect(searches).toBeGreaterThanOrEqual(50)
})

test('a list that is to begin later becomes current at its time', async () => {
  instance(1)
  await publish(record.sql, { ...second, startsIn: 250 })
  for (;;) {
    const { list } = await search()
    const { rows } = await record.sql.query<{ begun: boolean }>(
      `select current_from <= extract(epoch from clock_timestamp()) * 1000 as begun from outlet_publication where version = 'second'`)
    if (list?.version === 'second') {
      expect(rows[0]?.begun).toBe(true)
      break
    }
  }
})

test('the former list published again is current again, since then', async () => {
  instance(0)
  const { list: before } = await search()
  await publish(record.sql, second)
  await publish(record.sql, { version: 'first', outlets: [outlet('a'), outlet('b')] })
  let { list } = await search()
  while (list?.currentSince === before?.currentSince) list = (await search()).list
  expect(list).toMatchObject({ version: 'first' })
})

test('an instance that was idle does not answer from a list that was superseded meanwhile', async () => {
  let now = 0
  instance(5_000, () => now)
  expect(await version()).toBe('first')
  await publish(record.sql, second)
  now = 4_999
  expect(await version()).toBe('first')
  now = 60_000
  expect(await version()).toBe('second')
})

/** The record's services with outlets of which it is told that the database cannot say now which list is current. */
const broken = (isBroken: () => boolean): Services => {
  const { repository } = record.services
  const { current } = repository.outlets
  const outlets = { ...repository.outlets, current: async (city: Parameters<typeof current>[0]) => {
    if (isBroken()) throw Object.assign(new Error('connection terminated'), { code: '57P01' })
    return current(city)
  } }
  return { ...record.services, repository: { ...repository, outlets } }
}

test('a database that does not answer a look leaves the list there is', async () => {
  let [isBroken, now] = [false, 0]
  provideLists(record.services.repository, openLists(broken(() => isBroken), { ...usualTiming, now: () => now }))
  expect(await version()).toBe('first')
  await publish(record.sql, second)
  isBroken = true
  now = 120_000
  expect(await version()).toBe('first')
  isBroken = false
  now = 240_000
  expect(await version()).toBe('second')
})

test('where there is no list yet, a database that does not answer is busy', async () => {
  let isBroken = true
  provideLists(record.services.repository, openLists(broken(() => isBroken)))
  expect(await refused(call('outlets/search', { city: 'chengdu' }))).toMatchObject({ code: 'busy', status: 503 })
  isBroken = false
  expect(await version()).toBe('first')
})

test('an instance whose database is not there is busy, and its log says nothing of what was looked for', async () => {
  const lines: string[] = []
  const away = openServices(testConfig('postgres://nobody@127.0.0.1:1/nowhere'), logTo('info', { write: (line) => lines.push(line) }))
  provideServices(away)
  const asked = { city: 'chengdu', near: { longitude: 104.0123, latitude: 30.0456 }, query: '示例医院' } as const
  expect(await refused(call('outlets/search', asked))).toMatchObject({ code: 'busy', status: 503 })
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain('"operation":"outlets/search"')
  expect(lines[0]).not.toMatch(/104\.0123|30\.0456|示例医院/)
  await away.repository.close()
})
