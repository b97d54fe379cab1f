import { Readable } from 'node:stream'
import { isBusy } from '../../../cloudfunctions/runtime/errors'
import { outlet, outletFile, outletGeojson, type Outlet } from '../../support/record/outlet-file'
import { openLists, type Lists } from './load'

jest.setTimeout(60_000)

let lists: Lists
beforeAll(async () => { lists = await openLists() })
beforeEach(() => lists.empty())
afterAll(() => lists.close())

const load: Lists['load'] = (...args) => lists.load(...args)

const rowsOf = async (columns: string): Promise<unknown[]> => (await lists.sql.query(`select ${columns} from outlet order by version, seq`)).rows

const nothingStands = async () => {
  const { rows } = await lists.sql.query('select (select count(*) from outlet) + (select count(*) from outlet_version) + (select count(*) from outlet_publication) as rows')
  expect(rows).toEqual([{ rows: '0' }])
}

describe('a good file', () => {
  test('is a version of its city, current at once, with all it says', async () => {
    const before = Date.now() - 1000
    const one = outlet({ id: 'A_1', name: '锦江建设银行 Abc', kind: 'bank', bank: 'ccb', district: '锦江区', capabilities: 'reissue;collect  reissue', notes: '二楼' })
    const { imported, bad, suspects, lines } = await load(outletFile(one))
    expect([bad, suspects, lines]).toEqual([0, 0, []])
    if (imported.outcome !== 'loaded') throw new Error(imported.outcome)
    expect(imported).toMatchObject({ city: 'chengdu', outlets: 1, version: expect.stringMatching(/^[0-9a-f]{32}$/) })
    expect(imported.currentFrom).toBeGreaterThan(before)
    const office = [{ from: 540, to: 720 }, { from: 810, to: 1020 }]
    expect(await rowsOf('*')).toEqual([{
      city: 'chengdu', version: imported.version, outlet_id: 'A_1', seq: 0, name: '锦江建设银行 Abc', kind: 'bank', bank: 'ccb', district: '510104',
      address: one.address, longitude: 104.043, latitude: Number(one.latitude), phone: one.phone, hours: [office, office, office, office, office, [], []],
      holidays: 'closed', capabilities: ['reissue', 'collect'], notes: '二楼', source: one.source, checked_on: one.checked_on, checked_by: one.checked_by,
      name_initials: 'jjjsyhabc', address_initials: 'whqsll1h',
    }])
    expect((await lists.sql.query('select city, version, outlets, fictional from outlet_version')).rows).toEqual(
      [{ city: 'chengdu', version: imported.version, outlets: 1, fictional: false }])
    expect(await lists.services.repository.outlets.current('chengdu')).toMatchObject({ version: imported.version, currentSince: imported.currentFrom })
  })

  test('leaves unknown what it does not say', async () => {
    const nothing = { phone: '', monday: '', tuesday: '', wednesday: '', thursday: '', friday: '', saturday: '', sunday: '', holidays: '' }
    expect(await load(outletFile(outlet(nothing)))).toMatchObject({ bad: 0, imported: { outcome: 'loaded' } })
    expect(await rowsOf('bank, phone, hours, holidays, notes')).toEqual([{ bank: null, phone: null, hours: null, holidays: null, notes: null }])
  })

  test('may have a BOM, CRLF, blank lines, blanks and its columns in another order', async () => {
    const { id, ...others } = outlet()
    const mixed = outletFile({ ...others, id } as Outlet)
    const header = Object.keys({ ...others, id }).join(' , ')
    // a spreadsheet writes the rows that were emptied as commas
    const lines = [header, ...mixed.trim().split('\n').slice(1), '', ' ,'.repeat(Object.keys(others).length), '']
    expect(await load(`\uFEFF${lines.join('\r\n')}`)).toMatchObject({ bad: 0, imported: { outcome: 'loaded' } })
    expect(await rowsOf('outlet_id')).toEqual([{ outlet_id: id }])
  })

  test('is ordered by district, then the initials of the name, then id', async () => {
    await load(outletFile(
      outlet({ id: 'd', name: '乙', district: '510107' }), outlet({ id: 'c', name: '甲', district: '510107' }),
      outlet({ id: 'b', name: '丙', district: '510104' }), outlet({ id: 'a', name: '家', district: '510107' })))
    expect(await rowsOf('seq, outlet_id, name_initials')).toEqual([
      { seq: 0, outlet_id: 'b', name_initials: 'b' }, { seq: 1, outlet_id: 'a', name_initials: 'j' },
      { seq: 2, outlet_id: 'c', name_initials: 'j' }, { seq: 3, outlet_id: 'd', name_initials: 'y' },
    ])
  })

  test.each([
    '13800000000', '028-00000000', '02800000000', '0836-0000000', '08360000000', '400-000-0000', '4000000000', '400-0000-000', '4000-000-000', '962000', '800-0000000', '95588', '12333',
    '028-12333', '028-00000000转123', '028-00000000-8',
  ])('may give the phone number %s', async (phone) => {
    expect(await load(outletFile(outlet({ phone })))).toMatchObject({ bad: 0 })
  })
})

describe('a row is bad', () => {
  const long = (length: number) => '长'.repeat(length)
  test.each<[string, Partial<Outlet>]>([
    ['id', { id: '' }],
    ['id', { id: 'a.b' }],
    ['id', { id: 'a'.repeat(65) }],
    ['name', { name: '' }],
    ['name', { name: long(65) }],
    ['name', { name: '"两\n行"' }],
    ['nameFictional', { name: '示例网点' }],
    ['city', { city: 'atlantis' }],
    ['city', { city: '' }],
    ['cityWithoutPlace', { city: 'national' }],
    ['otherCity', { city: 'beijing' }],
    ['kind', { kind: 'shop' }],
    ['bankMissing', { kind: 'bank' }],
    ['bankBeside', { bank: 'icbc' }],
    ['bank', { kind: 'bank', bank: 'bocom' }],
    ['district', { district: '110101' }],
    ['district', { district: '武侯' }],
    ['district', { district: '' }],
    ['address', { address: '' }],
    ['address', { address: long(129) }],
    ['longitude', { longitude: '104°2′' }],
    ['longitude', { longitude: '' }],
    ['latitude', { latitude: '3.06e1' }],
    ['outsideCity', { longitude: '30.6420', latitude: '104.0430' }],
    ['outsideCity', { latitude: '31.4401' }],
    ['phone', { phone: '12345678' }],
    ['phone', { phone: '028 00000000' }],
    ['phone', { phone: '028-00000000转' }],
    ['phone', { phone: '23456' }],
    ['phone', { phone: '952000' }],
    ['phone', { phone: '400-0000-0000' }],
    ['hoursPartly', { sunday: '' }],
    ['hoursPartly', { monday: '', tuesday: '', wednesday: '', thursday: '', friday: '', sunday: '' }],
    ['monday', { monday: '9-17' }],
    ['tuesday', { tuesday: '13:00-17:00 09:00-12:00' }],
    ['wednesday', { wednesday: '09:00-12:00 11:00-17:00' }],
    ['thursday', { thursday: '休息' }],
    ['friday', { friday: '09:00-25:00' }],
    ['saturday', { saturday: 'Closed' }],
    ['sunday', { sunday: '24h' }],
    ['holidays', { holidays: 'yes' }],
    ['capabilities', { capabilities: '' }],
    ['capabilities', { capabilities: ';' }],
    ['capabilities', { capabilities: 'reissue everything' }],
    ['notes', { notes: long(501) }],
    ['source', { source: '' }],
    ['source', { source: long(201) }],
    ['checkedOn', { checked_on: '2026-02-30' }],
    ['checkedOn', { checked_on: '2026/11/01' }],
    ['checkedOn', { checked_on: '' }],
    ['checkedInFuture', { checked_on: '2999-01-01' }],
    ['checkedBy', { checked_by: '' }],
    ['checkedBy', { checked_by: long(65) }],
  ])('%s: %o', async (reason, wrong) => {
    expect(await load(outletFile(outlet(), outlet(wrong)))).toEqual({
      imported: { outcome: 'refused' }, bad: 1, suspects: 0, suspected: [], lines: [`${'name' in wrong && wrong.name?.includes('\n') ? 4 : 3} ${reason}`] })
    await nothingStands()
  })

  test('nameNotFictional: of a fictional list, where a name does not say so', async () => {
    const [good, bad] = [outlet({ name: '示例网点' }), outlet()]
    expect((await load(outletFile(good, bad), { fictional: true })).lines).toEqual(['3 nameNotFictional'])
    expect(await load(outletFile(good), { fictional: true })).toMatchObject({ bad: 0, imported: { outcome: 'loaded' } })
    expect((await lists.sql.query('select fictional from outlet_version')).rows).toEqual([{ fictional: true }])
  })

  test('columnCount: with too few columns, or too many', async () => {
    const [header, row, last] = outletFile(outlet(), outlet()).trim().split('\n')
    expect((await load([header, 'a,b', row, `${row},`, last].join('\n'))).lines).toEqual(['2 columnCount', '4 columnCount'])
  })

  test('until the day it was checked on has come, in +08:00', async () => {
    const { rows: [days] } = await lists.sql.query<{ today: string; tomorrow: string }>(
      `select to_char(now() at time zone '+08:00'::interval, 'YYYY-MM-DD') as today, to_char((now() at time zone '+08:00'::interval) + interval '1 day', 'YYYY-MM-DD') as tomorrow`)
    const { lines } = await load(outletFile(outlet({ checked_on: days?.today ?? '' }), outlet({ checked_on: days?.tomorrow ?? '' })))
    expect(lines).toEqual(['3 checkedInFuture'])
  })

  test.each([
    ['city', 'city'], ['cityWithoutPlace', 'national'],
  ])('and the next one names the file\'s city: %s', async (reason, city) => {
    expect((await load(outletFile(outlet({ city }), outlet()))).lines).toEqual([`2 ${reason}`])
  })
})

describe('a file with bad rows', () => {
  test('loads its good ones when told to skip the others', async () => {
    const [good, bad] = [outlet(), outlet({ phone: '1' })]
    expect(await load(outletFile(bad, good, bad), { skipBad: true })).toMatchObject({ bad: 2, imported: { outcome: 'loaded', outlets: 1 }, lines: ['2 phone', '4 phone'] })
    expect(await rowsOf('outlet_id')).toEqual([{ outlet_id: good.id }])
  })

  test('and no good one loads nothing', async () => {
    expect(await load(outletFile(outlet({ phone: '1' })), { skipBad: true })).toMatchObject({ bad: 1, imported: { outcome: 'nothingGood' } })
    await nothingStands()
  })
})

describe('duplicates are bad', () => {
  test('duplicateId: the same id again', async () => {
    const first = outlet()
    const { lines, imported } = await load(outletFile(first, outlet(), outlet({ id: first.id }), outlet({ id: first.id })), { skipBad: true })
    expect([lines, imported]).toEqual([['4 duplicateId 2', '5 duplicateId 2'], expect.objectContaining({ outcome: 'loaded', outlets: 2 })])
  })

  // a ten-thousandth of a degree north is 11.1 m
  test.each([
    ['99 m north', '测试 网点甲', { latitude: '30.64289' }, true],
    ['101 m north', '测试网点甲', { latitude: '30.64291' }, false],
    ['95 m east', '测试网点甲', { longitude: '104.04399' }, true],
    ['105 m east', '测试网点甲', { longitude: '104.0441' }, false],
    ['on the spot, in other widths', '测试　网点甲', {}, true],
    ['on the spot under another name', '测试网点乙', {}, false],
  ])('duplicateName: %s', async (_where, name, place, doubled) => {
    const spot = { longitude: '104.0430', latitude: '30.6420' }
    const { lines } = await load(outletFile(outlet({ name: '测试网点甲', ...spot }), outlet({ name, kind: 'community', ...spot, ...place })))
    expect(lines).toEqual(doubled ? ['3 duplicateName 2'] : [])
  })
})

describe('suspects are loaded all the same, and named', () => {
  const spot = { longitude: '104.0430', latitude: '30.6420' }
  test.each([
    ['锦江建设银行网点', 'icbc', true],
    ['锦江中国建设银行网点', 'icbc', true],
    ['锦江建设 银行网点', 'icbc', true],
    ['锦江中国银行网点', 'bocd', true],
    ['锦江建设银行网点', 'ccb', false],
    ['锦江银行网点', 'icbc', false],
    ['锦江成都农商银行网点', 'bocd', true],
    ['交通银行旁的工商银行网点', 'icbc', false],
  ])('bankInName: %s with %s: %p', async (name, bank, suspect) => {
    const { imported, suspected } = await load(outletFile(outlet({ name, kind: 'bank', bank })))
    expect([imported.outcome, suspected]).toEqual(['loaded', suspect ? ['2 bankInName'] : []])
  })

  test.each<[string, Partial<Outlet>, Partial<Outlet>, boolean]>([
    ['of the same kind', {}, { latitude: '30.64204' }, true],
    ['of the same kind 5.6 m away', {}, { latitude: '30.64205' }, false],
    ['of another kind', { kind: 'bureau' }, {}, false],
    ['of another bank', { kind: 'bank', bank: 'icbc' }, {}, false],
    ['of the same bank', { kind: 'bank', bank: 'ccb' }, {}, true],
  ])('samePlace: 4.4 m away, %s', async (_what, other, place, suspect) => {
    const first = other.bank ? { kind: 'bank', bank: 'ccb' } : {}
    const { imported, suspected } = await load(outletFile(outlet({ ...spot, ...first }), outlet({ ...spot, latitude: '30.64204', ...other, ...place })))
    expect([imported.outcome, suspected]).toEqual(['loaded', suspect ? ['3 samePlace 2'] : []])
  })

  test('checkedLongAgo: more than 365 days ago', async () => {
    const { rows: [days] } = await lists.sql.query<{ year: string; longer: string }>(`select to_char(d - 365, 'YYYY-MM-DD') as year, to_char(d - 366, 'YYYY-MM-DD') as longer
      from (select (now() at time zone '+08:00'::interval)::date as d) today`)
    const { imported, suspected } = await load(outletFile(outlet({ checked_on: days?.year ?? '' }), outlet({ checked_on: days?.longer ?? '' })))
    expect([imported.outcome, suspected]).toEqual(['loaded', ['3 checkedLongAgo']])
  })

  test('more than a fifth of the current list missing', async () => {
    const ten = Array.from({ length: 10 }, () => outlet())
    expect((await load(outletFile(...ten))).suspected).toEqual([])
    expect((await load(outletFile(...ten.slice(2)))).suspected).toEqual([])
    expect((await load(outletFile(...ten.slice(0, 2), ...ten.slice(4)))).suspected).toEqual(['missing 2 of 8'])
  })
})

describe('a file is refused as a whole', () => {
  const good = () => outletFile(outlet({ name: '示范网点' }))
  const gbk = () => Buffer.concat([Buffer.from(good().split('示范')[0] ?? ''), Buffer.from([0xca, 0xbe, 0xb7, 0xb6]), Buffer.from(good().split('示范')[1] ?? '')])
  test.each<[string, () => string | Uint8Array, string]>([
    ['that is GBK', gbk, 'The file is not UTF-8: save it as UTF-8'],
    ['that is UTF-16', () => Buffer.from(`\uFEFF${good()}`, 'utf16le'), 'The file is not UTF-8'],
    ['that lacks a column', () => good().replace('checked_by', 'checker'), 'The header lacks checked_by.'],
    ['that has one column more', () => good().replace('checked_by\n', 'checked_by,zip\n'), 'The header has 1 column(s)'],
    ['that has semicolons between its columns', () => good().replaceAll(',', ';'), 'The columns are not separated by commas'],
    ['that names a column twice', () => good().replace('id,', 'id,id,'), 'The header names a column twice.'],
    ['that is empty', () => '', 'The file is empty.'],
    ['that is a header only', () => good().split('\n')[0] ?? '', 'The file lists no outlet.'],
    ['that breaks off in a quote', () => `${outletFile(outlet(), outlet())}o-9,"测试`, 'the row after line 3 opens a quote and never closes it'],
    ['that breaks off in a row', () => `${outletFile(outlet(), outlet())}o-9,测试网点,agency`, 'The file breaks off on line 4'],
    ['that never closes a quote', () => `${outletFile(outlet())}o-9,"测试\n${outletFile(...Array.from({ length: 200 }, () => outlet()))}`, 'not well-formed CSV'],
  ])('%s', async (_what, file, message) => {
    await expect(load(file(), { skipBad: true })).rejects.toThrow(message)
    await nothingStands()
  })

  test('when its reading breaks off', async () => {
    const breaking = Readable.from((function* () {
      yield Buffer.from(outletFile(...Array.from({ length: 2500 }, () => outlet({ latitude: '30.6420' }))))
      throw new Error('the disk is gone')
    })())
    await expect(load(breaking)).rejects.toThrow('the disk is gone')
    await nothingStands()
  })

  test('when the database is lost while it is read, and the process goes on', async () => {
    const lost = Readable.from((async function* () {
      yield Buffer.from(outletFile(...Array.from({ length: 2500 }, () => outlet({ latitude: '30.6420' }))))
      const { rowCount } = await lists.sql.query(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
        where datname = current_database() and application_name = 'lost-card import'`)
      expect(rowCount).toBe(1)
    })())
    expect(isBusy(await load(lost).catch((thrown: unknown) => thrown))).toBe(true)
    await nothingStands()
  })

  test.each<[string, (file: string) => string | Uint8Array, string]>([
    ['that breaks off', (file) => file.slice(0, -60), 'breaks off or is not well-formed GeoJSON after feature 2.'],
    ['that breaks off between features', (file) => file.slice(0, -2), 'breaks off or is not well-formed GeoJSON after feature 3.'],
    ['that is empty', () => '', 'The file is empty, breaks off or is not well-formed GeoJSON before its first feature.'],
    ['that is a Feature', (file) => JSON.stringify(JSON.parse(file).features[0]), 'not a GeoJSON FeatureCollection'],
    ['that is a list', (file) => `[${file}]`, 'not a GeoJSON FeatureCollection'],
    ['of another type', (file) => file.replace('FeatureCollection', 'Collection'), 'not a GeoJSON FeatureCollection'],
    ['without a feature', () => '{"type":"FeatureCollection","features":[]}', 'The file lists no outlet.'],
    ['whose features are no list', () => '{"type":"FeatureCollection","features":{"type":"Feature"}}', 'The file lists no outlet.'],
    ['whose type is its features\'', (file) => file.replace('"type":"FeatureCollection",', ''), 'not a GeoJSON FeatureCollection'],
    ['that is CSV', () => outletFile(outlet()), 'not well-formed GeoJSON'],
    ['that is not UTF-8', (file) => Buffer.from(file, 'latin1').fill(0xff, 100, 102), 'The file is not UTF-8'],
  ])('GeoJSON %s', async (_what, broken, message) => {
    await expect(load(broken(outletGeojson(outlet(), outlet(), outlet())), { geojson: true, skipBad: true })).rejects.toThrow(message)
    await nothingStands()
  })
})
