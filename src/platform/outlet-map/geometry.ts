import type { PointOnWire } from '@/contract'

const metresADegree = 111_320

/** A place seen from another: metres to the east and to the north. Flat, which is right to a hair within a city. */
export interface Offset {
  readonly east: number
  readonly north: number
}

export const offsetOf = (point: PointOnWire, from: PointOnWire): Offset => ({
  east: (point.longitude - from.longitude) * metresADegree * Math.cos((from.latitude * Math.PI) / 180),
  north: (point.latitude - from.latitude) * metresADegree,
})

export const lengthOf = ({ east, north }: Offset): number => Math.hypot(east, north)

const between = (values: readonly number[]): number => (Math.min(...values) + Math.max(...values)) / 2

/** The middle of the box around all points; there is at least one. */
export const middleOf = (points: readonly PointOnWire[]): PointOnWire =>
  ({ latitude: between(points.map(({ latitude }) => latitude)), longitude: between(points.map(({ longitude }) => longitude)) })

/** Which of the eight directions, north as 0 and on by the east. */
export const directionOf = ({ east, north }: Offset): number => (Math.round(Math.atan2(east, north) / (Math.PI / 4)) + 8) % 8
