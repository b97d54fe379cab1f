import fc from 'fast-check'
import { isInside, toWgs84, type FileSystem, type Place } from '../../../cloudfunctions/host/import/outlets/place'
import { policyOf } from '@/domain/policies'

/** The published transformations, written down apart from the library's: from GPS to China's maps, and on to Baidu's. */
const axis = 6_378_245
const eccentricity = 0.00669342162296594323
const waves = (x: number) => (20 * Math.sin(6 * x * Math.PI) + 20 * Math.sin(2 * x * Math.PI)) * (2 / 3)
const slow = (x: number, third: number, a: number, b: number) =>
  ((20 * Math.sin(x * Math.PI) + 40 * Math.sin((x / 3) * Math.PI)) * 2) / 3 + ((a * Math.sin((x / 12) * Math.PI) + b * Math.sin((x * Math.PI) / third)) * 2) / 3

const toGcj02 = ({ longitude, latitude }: Place): Place => {
  const [x, y] = [longitude - 105, latitude - 35]
  const root = 0.2 * Math.sqrt(Math.abs(x))
  const north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + root + waves(x) + slow(y, 30, 160, 320)
  const east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + root / 2 + waves(x) + slow(x, 30, 150, 300)
  const radians = (latitude * Math.PI) / 180
  const magic = 1 - eccentricity * Math.sin(radians) ** 2
  return {
    longitude: longitude + (east * 180) / ((axis / Math.sqrt(magic)) * Math.cos(radians) * Math.PI),
    latitude: latitude + (north * 180) / (((axis * (1 - eccentricity)) / (magic * Math.sqrt(magic))) * Math.PI),
  }
}

const toBd09 = ({ longitude: x, latitude: y }: Place): Place => {
  const turn = (Math.PI * 3000) / 180
  const [length, angle] = [Math.sqrt(x * x + y * y) + 0.00002 * Math.sin(y * turn), Math.atan2(y, x) + 0.000003 * Math.cos(x * turn)]
  return { longitude: length * Math.cos(angle) + 0.0065, latitude: length * Math.sin(angle) + 0.006 }
}

const metresBetween = (a: Place, b: Place): number =>
  111_195 * Math.hypot(a.latitude - b.latitude, (a.longitude - b.longitude) * Math.cos((a.latitude * Math.PI) / 180))

const at = (longitude: number, latitude: number): Place => ({ longitude, latitude })

// pairs as the best known implementations of others publish them
test.each<[FileSystem, Place, Place]>([
  ['gcj02', at(116.41024449916938, 39.91640428150164), at(116.404, 39.915)],
  ['bd09', toBd09(at(116.41024449916938, 39.91640428150164)), at(116.404, 39.915)],
  ['wgs84', at(104.0668, 30.5728), at(104.0668, 30.5728)],
])('%s %o is %o in WGS-84', (system, said, meant) => {
  expect(metresBetween(toWgs84(said, system), meant)).toBeLessThan(2)
})

test('the way there is the published one', () => {
  expect(metresBetween(toGcj02(at(116.404, 39.915)), at(116.41024449916938, 39.91640428150164))).toBeLessThan(0.01)
  expect(metresBetween(toBd09(at(116.404, 39.915)), at(116.41036949371029, 39.92133699351021))).toBeLessThan(0.01)
})

const { west, south, east, north } = policyOf('chengdu').place.value?.box ?? { west: 0, south: 0, east: 0, north: 0 }
const somewhere = fc.record({
  longitude: fc.double({ min: west, max: east, noNaN: true }),
  latitude: fc.double({ min: south, max: north, noNaN: true }),
})

test('every place of Chengdu comes back within 2 m from either system, and would be hundreds of metres off unconverted', () => {
  fc.assert(fc.property(somewhere, (place) => {
    const [gcj02, bd09] = [toGcj02(place), toBd09(toGcj02(place))]
    expect(metresBetween(toWgs84(gcj02, 'gcj02'), place)).toBeLessThan(2)
    expect(metresBetween(toWgs84(bd09, 'bd09'), place)).toBeLessThan(2)
    expect(metresBetween(gcj02, place)).toBeGreaterThan(200)
    expect(metresBetween(bd09, place)).toBeGreaterThan(500)
  }))
})

test('a place at the edge of what the systems cover, or far from it, is an answer too', () => {
  for (const place of [at(72.0045, 30), at(137.8346, 54.9), at(180, 90), at(-180, -90)]) {
    for (const system of ['gcj02', 'bd09'] as const) expect(metresBetween(toWgs84(place, system), place)).toBeLessThan(2000)
  }
})

test('a place is kept to seven decimals', () => {
  expect(toWgs84(at(104.06684444449, 30.57281111119), 'wgs84')).toEqual(at(104.0668444, 30.5728111))
})

test('the border of a city\'s box is inside, a step beyond is not', () => {
  const box = { west, south, east, north }
  expect([at(west, south), at(east, north)].every((place) => isInside(place, box))).toBe(true)
  const beyond = [at(west - 1e-7, south), at(west, south - 1e-7), at(east + 1e-7, north), at(east, north + 1e-7)]
  expect(beyond.filter((place) => isInside(place, box))).toEqual([])
})
