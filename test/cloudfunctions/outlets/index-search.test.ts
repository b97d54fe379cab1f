import fc from 'fast-check'
import { distance } from 'geokdbush'
import { openingAt } from '@/domain/opening'
import { fromIso } from '@/domain/time'
import { capabilities, outletKinds } from '@/domain/words'
import { indexBuilder } from '../../../cloudfunctions/outlets/lookup/outlet-index'
import { searchRows, type Search } from '../../../cloudfunctions/outlets/lookup/search'
import { indexOf } from '../../support/outlets/columns'
import { officeHours, outlet, type Outlet } from '../../support/outlets/publish'

const banks = ['icbc', 'ccb', 'boc'] as const
const districts = ['510104', '510105', '510106'] as const
const names = ['示例网点', '高新示例 支行', 'ＡＢＣ示例', 'abc 示例']
const times = ['2026-03-10T10:00:00+08:00', '2026-03-10T12:30:00+08:00', '2026-03-14T10:00:00+08:00', '2026-10-01T10:00:00+08:00'].map(fromIso)

/** Places on a coarse grid, so that many are equally far. */
const place = fc.record({ longitude: fc.integer({ min: 0, max: 20 }).map((step) => 104 + step / 100), latitude: fc.integer({ min: 0, max: 20 }).map((step) => 30 + step / 100) })

const anOutlet: fc.Arbitrary<Outlet> = fc
  .record({
    place,
    bank: fc.option(fc.constantFrom(...banks)),
    otherKind: fc.constantFrom(...outletKinds.filter((kind) => kind !== 'bank')),
    district: fc.constantFrom(...districts),
    capabilities: fc.subarray([...capabilities]),
    hours: fc.constantFrom(officeHours, null, Array.from({ length: 7 }, () => [{ from: 0, to: 1440 }])),
    holidays: fc.constantFrom('open' as const, 'closed' as const, null),
    name: fc.constantFrom(...names),
    address: fc.constantFrom('示例路1号', '高新区示例街 2 号'),
    name_initials: fc.constantFrom('slwd', 'gxslzh'),
    address_initials: fc.constantFrom('sll1h', 'gxqslj2h'),
  })
  .map(({ place: at, otherKind, bank, ...rest }) => outlet('', { ...rest, ...at, bank, kind: bank ? 'bank' : otherKind }))

const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
const aSearch: fc.Arbitrary<Search> = fc.record({
  near: optional(place),
  kinds: optional(fc.subarray([...outletKinds])),
  bank: optional(fc.constantFrom(...banks, 'nobank')),
  capabilities: optional(fc.subarray([...capabilities], { maxLength: 2 })),
  district: optional(fc.constantFrom(...districts, '510199')),
  query: optional(fc.constantFrom('示例', 'ABC', '高新示例支行', 'gxsl', '路1', 'Sl Wd', '号示', '没有')),
  open: optional(fc.record({ at: fc.constantFrom(...times), how: fc.constantFrom('only' as const, 'first' as const) })),
})

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s/g, '')
const hasText = (one: Outlet, query: string) => {
  const part = plain(query)
  const texts = /^[a-z0-9]+$/.test(part) ? [one.name, one.address, one.name_initials, one.address_initials] : [one.name, one.address]
  return texts.some((text) => plain(text).includes(part))
}
const isOpen = ({ hours: week, holidays }: Outlet, at: number) => openingAt({ week, holidays }, at).state === 'open'

const hasTraits = (one: Outlet, { kinds = [], bank, capabilities: able = [], district }: Search) =>
  (kinds.length === 0 || kinds.includes(one.kind))
  && (bank === undefined || one.bank === bank)
  && able.every((capability) => one.capabilities.includes(capability))
  && (district === undefined || one.district === district)

/** What a search means, said without an index. */
const meets = (one: Outlet, search: Search) =>
  hasTraits(one, search)
  && (search.query === undefined || hasText(one, search.query))
  && (search.open?.how !== 'only' || isOpen(one, search.open.at))

const rankOf = (one: Outlet, seq: number, { near, open }: Search) =>
  [open && !isOpen(one, open.at) ? 1 : 0, near ? distance(near.longitude, near.latitude, one.longitude, one.latitude) : seq] as const

const list = fc.array(anOutlet, { minLength: 1, maxLength: 900 })

/** Two places that are one to a metre are equally far. */
const thousandth = 1e-9

test('finds just the outlets that meet a search, each once, in its order', () => {
  fc.assert(fc.property(list, aSearch, (outlets, search) => {
    const rows = searchRows(indexOf(outlets), search, Infinity)
    const met = outlets.flatMap((one, seq) => (meets(one, search) ? [seq] : []))
    expect([...rows].sort((a, b) => a - b)).toEqual(met)
    const ranks = rows.map((row) => rankOf(outlets[row] ?? outlet(''), row, search))
    ranks.slice(1).forEach(([group, far], at) => {
      const [groupBefore, farBefore] = ranks[at] ?? [0, 0]
      expect(group > groupBefore || (group === groupBefore && far >= farBefore - thousandth)).toBe(true)
    })
  }), { numRuns: 300 })
})

test('pages put together are the whole answer, whatever their size', () => {
  fc.assert(fc.property(list, aSearch, fc.integer({ min: 1, max: 50 }), (outlets, search, size) => {
    const index = indexOf(outlets)
    const whole = searchRows(index, search, Infinity)
    const paged: number[] = []
    for (let offset = 0; offset === paged.length; offset += size) paged.push(...searchRows(index, search, offset + size).slice(offset))
    expect(paged).toEqual(whole)
  }), { numRuns: 100 })
})

test('one outlet alone, where only that one may be found', () => {
  const index = indexOf([outlet('a'), outlet('b', { district: '510105' })])
  expect(searchRows(index, { seq: 1 }, 20)).toEqual([1])
  expect(searchRows(index, { seq: 1, district: '510104' }, 20)).toEqual([])
  expect(searchRows(index, { seq: -1, near: { longitude: 104, latitude: 30 } }, 20)).toEqual([])
})

test('a list that is not what it says it is, is not taken', () => {
  const many = Array.from({ length: 64 }, (_, at) => outlet('', { kind: 'bank', bank: `bank${at}` }))
  expect(() => indexOf(many)).toThrow('more banks or districts than any city has')
  expect(() => indexBuilder(1).finish([])).toThrow('Added 0 items when expected 1')
})
