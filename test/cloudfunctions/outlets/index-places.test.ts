import fc from 'fast-check'
import { distance } from 'geokdbush'
import { fromSystem, inSystem } from '../../../cloudfunctions/outlets/lookup/places'

const chengdu = fc.record({ longitude: fc.double({ min: 102.9, max: 104.89, noNaN: true }), latitude: fc.double({ min: 30.08, max: 31.44, noNaN: true }) })
const anywhere = fc.record({ longitude: fc.double({ min: -180, max: 180, noNaN: true }), latitude: fc.double({ min: -90, max: 90, noNaN: true }) })

test('a place of Chengdu there and back again is the same place, to a quarter of a metre', () => {
  fc.assert(fc.property(chengdu, (place) => {
    const back = inSystem(fromSystem(place, 'gcj02'), 'gcj02')
    expect(distance(place.longitude, place.latitude, back.longitude, back.latitude)).toBeLessThan(0.000_25)
  }))
})

test('China\'s maps are some hundred metres off', () => {
  const place = { longitude: 104.0657, latitude: 30.6574 }
  const shifted = fromSystem(place, 'gcj02')
  expect(distance(place.longitude, place.latitude, shifted.longitude, shifted.latitude)).toBeGreaterThan(0.3)
  expect(fromSystem(place, 'wgs84')).toEqual(place)
})

test('any place on earth is a place, also at the edges of the box taken for China', () => {
  const edges = [{ longitude: 72.0045, latitude: 30 }, { longitude: 137.835, latitude: 30 }, { longitude: 100, latitude: 0.83 }, { longitude: 100, latitude: 55.828 }]
  for (const edge of edges) expect(Object.values(fromSystem(edge, 'gcj02')).every(Number.isFinite)).toBe(true)
  fc.assert(fc.property(anywhere, (place) => {
    expect(Object.values(fromSystem(place, 'gcj02')).every(Number.isFinite)).toBe(true)
  }))
})
