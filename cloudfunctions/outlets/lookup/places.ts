import gcoord from 'gcoord'
import type { CoordinateSystem, PointOnWire } from '@/contract'

const inGcj02 = ({ longitude, latitude }: PointOnWire): PointOnWire => {
  const [x, y] = gcoord.transform<[number, number]>([longitude, latitude], gcoord.WGS84, gcoord.GCJ02)
  return { longitude: x, latitude: y }
}

/** Each step makes the error a few hundred times smaller. */
const steps = 6

/**
 * The place whose GCJ-02 is given. By a fixed number of steps: the library's own way back goes on until it is exact, which at the edges of
 * the box it takes for China it never is, and a request could hold the process for ever.
 */
const fromGcj02 = (given: PointOnWire): PointOnWire => {
  let place = given
  for (let step = 0; step < steps; step += 1) {
    const there = inGcj02(place)
    place = { longitude: place.longitude + given.longitude - there.longitude, latitude: place.latitude + given.latitude - there.latitude }
  }
  return place
}

/** A place of a request in WGS-84, in which everything is computed. */
export const fromSystem = (point: PointOnWire, system: CoordinateSystem): PointOnWire => (system === 'wgs84' ? point : fromGcj02(point))

/** Ten centimetres: no list knows its outlets better. */
const decimals = 1e6
const rounded = (degrees: number): number => Math.round(degrees * decimals) / decimals

/** A place in WGS-84 as it is answered. */
export const inSystem = (place: PointOnWire, system: CoordinateSystem): PointOnWire => {
  const { longitude, latitude } = system === 'wgs84' ? place : inGcj02(place)
  return { longitude: rounded(longitude), latitude: rounded(latitude) }
}
