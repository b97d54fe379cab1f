import { banks } from '@/domain/policies/banks'
import type { Bank } from '@/domain/policy'
import { policyOf } from '@/domain/policies'
import { outletKinds } from '@/domain/words'
import { districtsOf } from '../../../cloudfunctions/outlets/divisions'
import type { OutletTable } from '../../../cloudfunctions/repository/schema'
import { loadDemoCity } from '../../../cloudfunctions/host/demo'
import { openRecord, type TestRecord } from '../../support/record'

let record: TestRecord
let outlets: OutletTable[]
beforeAll(async () => {
  record = await openRecord()
  outlets = (await record.sql.query<OutletTable>('select * from outlet order by seq')).rows
})
afterAll(() => record.close())

const services = ['community', 'subdistrict', 'agency', 'bureau']
const weekOf = (hours: OutletTable['hours']) => JSON.stringify(hours)

test('the demo city has some sixty outlets, each plainly made up', async () => {
  expect(outlets.length).toBeGreaterThanOrEqual(55)
  const plain = outlets.filter(({ name, address, phone, source }) =>
    name.startsWith('示例') && address.includes('示例路') && address.endsWith('（演示）') && (phone ?? '028-0000').startsWith('028-0000') && source === '演示数据')
  expect(plain.length).toBe(outlets.length)
  expect(await record.services.repository.outlets.current('chengdu')).toMatchObject({ fictional: true, outlets: outlets.length })
})

test('every district has a place to go to, and every kind stands for itself', () => {
  const served = new Set(outlets.filter(({ kind }) => services.includes(kind)).map(({ district }) => district))
  expect([...served].sort()).toEqual(districtsOf('chengdu').map(({ code }) => code))
  expect(new Set(outlets.map(({ kind }) => kind))).toEqual(new Set(outletKinds))
})

test.each(policyOf('chengdu').banks.value.map(({ code }) => code))('%s prints at once in two places or more', (code) => {
  expect(outlets.filter(({ bank, capabilities }) => bank === code && capabilities.includes('instantIssuance')).length).toBeGreaterThanOrEqual(2)
})

test('there is one of every case a screen must show', () => {
  const count = (is: (outlet: OutletTable) => boolean) => outlets.filter(is).length
  const anyDay = (hours: OutletTable['hours'], is: (day: NonNullable<OutletTable['hours']>[number]) => boolean) => hours?.some(is) ?? false
  expect({
    unknownHours: count(({ hours }) => hours === null),
    noPhone: count(({ phone }) => phone === null),
    unknownHabit: count(({ holidays }) => holidays === null),
    pastMidnight: count(({ hours }) => anyDay(hours, (day) => day.some(({ to }) => to > 1440))),
    stale: count(({ checked_on: checkedOn }) => checkedOn < '2026-05-24'),
    longName: count(({ name }) => name.length > 40),
  }).toEqual({ unknownHours: 1, noPhone: 1, unknownHabit: 1, pastMidnight: 1, stale: 1, longName: 1 })
  const always = weekOf(Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }]))
  expect(count(({ kind, hours }) => kind === 'terminal' && weekOf(hours) === always)).toBeGreaterThanOrEqual(3)
  expect(count(({ hours }) => anyDay(hours, (day) => day.length === 2))).toBeGreaterThan(10)
  expect(count(({ hours }) => hours?.[5]?.length === 1 && hours[6]?.length === 0)).toBeGreaterThan(5)
  expect(count(({ hours }) => hours?.[5]?.length === 0 && hours[6]?.length === 0)).toBeGreaterThan(10)
  expect(count(({ notes }) => notes !== null)).toBeGreaterThanOrEqual(3)
  expect(count(({ district }) => ['510104', '510105', '510107'].includes(district))).toBeGreaterThan(20)
})

test('a name that says a bank says its own', () => {
  const known: readonly Bank[] = Object.values(banks)
  const short = (name: string) => (name === '中国银行' ? name : name.replace('中国', ''))
  const wrong = outlets.filter(({ bank, name }) => bank !== null && !name.includes(short(known.find(({ code }) => code === bank)?.name.zh ?? '?')))
  expect(wrong.map(({ name }) => name)).toEqual([])
})

test('loading the demo city again leaves the list alone', async () => {
  await loadDemoCity(record.services.repository)
  expect((await record.services.repository.outlets.versions('chengdu')).length).toBe(1)
})
