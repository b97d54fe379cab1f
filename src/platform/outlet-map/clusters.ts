import Supercluster from 'supercluster'
import type { PointOnWire } from '@/contract'
import { middleOf } from './geometry'
import type { MapPlace } from './props'

/** What a map shows: its middle, and its scale as the platforms count it (one more is twice as near). */
export interface View {
  readonly centre: PointOnWire
  readonly scale: number
}

/** A marker: one place, or several that would overlap. */
export interface Mark {
  /** A place's number; a cluster's is larger than any. */
  readonly id: number
  readonly point: PointOnWire
  readonly places: readonly MapPlace[]
}

type Clusters = Supercluster<MapPlace, MapPlace>

/** Scales both platforms have. */
const [farthest, nearest] = [5, 17]
const tile = 256
/** A map's usual width in CSS pixels. */
const width = 360

const within = (scale: number): number => Math.min(nearest, Math.max(farthest, scale))

export const clustersOf = (places: readonly MapPlace[], touch: number): Clusters =>
  new Supercluster<MapPlace, MapPlace>({ radius: touch, extent: tile, maxZoom: nearest }).load(places.map((place) => ({
    type: 'Feature', properties: place, geometry: { type: 'Point', coordinates: [place.point.longitude, place.point.latitude] },
  })))

/** The view that holds all points; there is at least one. */
export const viewOf = (points: readonly PointOnWire[]): View => {
  const centre = middleOf(points)
  const span = Math.max(...points.flatMap(({ latitude, longitude }) =>
    [Math.abs(latitude - centre.latitude) * 1.4, Math.abs(longitude - centre.longitude)].map((half) => half * 2.4)))
  return { centre, scale: within(span > 0 ? Math.floor(Math.log2((360 * width) / (tile * span))) : nearest - 1) }
}

/** The box a view shows and half as much around it, west, south, east, north. */
const boxOf = ({ centre, scale }: View): [number, number, number, number] => {
  const half = (360 * width) / (tile * 2 ** scale)
  return [centre.longitude - half, centre.latitude - half, centre.longitude + half, centre.latitude + half]
}

/** The markers of what a view shows. */
export const marksIn = (clusters: Clusters, view: View): readonly Mark[] =>
  clusters.getClusters(boxOf(view), Math.round(view.scale)).map(({ properties, geometry: { coordinates } }) => {
    const [longitude = 0, latitude = 0] = coordinates
    if (!('cluster' in properties)) return { id: properties.number, point: { latitude, longitude }, places: [properties] }
    const leaves = clusters.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties)
    return { id: properties.cluster_id, point: { latitude, longitude }, places: leaves }
  })

/** The view in which a cluster comes apart. */
export const viewInto = (clusters: Clusters, { id, point }: Mark): View =>
  ({ centre: point, scale: within(clusters.getClusterExpansionZoom(id)) })
