import { Readable } from 'node:stream'
import { outlet, outletFile, outletGeojson } from '../../support/record/outlet-file'
import { openLists, type Lists } from './load'

let lists: Lists
beforeAll(async () => { lists = await openLists() })
beforeEach(() => lists.empty())
afterAll(() => lists.close())

const load: Lists['load'] = (...args) => lists.load(...args)

interface Parts {
  readonly type?: unknown
  readonly geometry?: unknown
  readonly properties?: unknown
}

const collection = (...features: readonly unknown[]) => JSON.stringify({ name: 'outlets', features, crs: { type: 'name', features: [1] }, type: 'FeatureCollection' })

/** A good feature but for what is said; its properties are added to. */
const feature = ({ properties, ...parts }: Parts = {}) => {
  const { longitude, latitude, ...good } = outlet()
  const geometry = { type: 'Point', coordinates: [Number(longitude), Number(latitude)] }
  return { type: 'Feature', id: 1, geometry, properties: properties === null ? null : { ...good, ...(properties ?? {}) }, ...parts }
}

test('the same outlets as CSV and as GeoJSON are one list', async () => {
  const outlets = [outlet(), outlet({ kind: 'bank', bank: 'icbc', district: '锦江区' }), outlet({ phone: '' })]
  expect((await load(outletFile(...outlets))).imported.outcome).toBe('loaded')
  expect((await load(outletGeojson(...outlets), { geojson: true })).imported.outcome).toBe('unchanged')
})

test('a feature may leave out or null what is unknown, list what can be done, give codes as numbers, heights, and its place twice', async () => {
  const { lines, imported } = await load(collection(
    feature({ properties: { phone: null, notes: undefined, holidays: undefined, bank: null, district: 510107 } }),
    feature({ properties: { capabilities: ['reissue', 'collect'], phone: 12333 } }),
    feature({ geometry: { type: 'Point', coordinates: [104.1, 30.7, 512] }, properties: { longitude: '104.10', latitude: 30.7 } }),
  ), { geojson: true })
  expect([lines, imported]).toEqual([[], expect.objectContaining({ outcome: 'loaded', outlets: 3 })])
})

test.each<[string, unknown]>([
  ['feature', null],
  ['feature', 7],
  ['feature', 'text'],
  ['feature', []],
  ['feature', [[feature()]]],
  ['feature', feature({ type: 'Point' })],
  ['feature', feature({ geometry: null })],
  ['feature', feature({ geometry: { type: 'LineString', coordinates: [[104, 30.6], [104, 30.7]] } })],
  ['feature', feature({ geometry: { type: 'Point', coordinates: ['104', '30.6'] } })],
  ['feature', feature({ geometry: { type: 'Point', coordinates: [104] } })],
  ['feature', feature({ properties: null })],
  ['propertyName', feature({ properties: { zip: '610000' } })],
  ['propertyName', feature({ properties: JSON.parse('{"__proto__": "x"}') })],
  ['propertyText', feature({ properties: { holidays: false } })],
  ['propertyText', feature({ properties: { name: ['a'] } })],
  ['propertyText', feature({ properties: { capabilities: [1] } })],
  ['propertyPlace', feature({ properties: { longitude: 104.2 } })],
  ['name', feature({ properties: { name: '半\ud800字' } })],
  ['name', feature({ properties: { name: undefined } })],
  ['outsideCity', feature({ geometry: { type: 'Point', coordinates: [30.642, 104.043] } })],
  ['capabilities', feature({ properties: { capabilities: [] } })],
])('a feature is bad: %s', async (reason, bad) => {
  expect(await load(collection(feature(), bad), { geojson: true })).toMatchObject({ imported: { outcome: 'refused' }, bad: 1, lines: [`2 ${reason}`] })
})

test('a text may be cut anywhere by the way it arrives', async () => {
  const outlets = Array.from({ length: 50 }, () => outlet())
  const bytes = Buffer.from(outletGeojson(...outlets))
  const crumbs = Readable.from((function* () { for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7) })())
  expect((await load(crumbs, { geojson: true })).imported).toMatchObject({ outcome: 'loaded', outlets: 50 })
})
