import gcoord from 'gcoord'
import type { CityPlace } from '@/domain/policy'
import { fromSystem } from '../../../outlets/lookup/places'

/** What a file's places may be measured in: GPS, the maps of China, Baidu's maps. */
export const systems = ['wgs84', 'gcj02', 'bd09'] as const
export type FileSystem = (typeof systems)[number]

/** Degrees, WGS-84. */
export interface Place {
  readonly longitude: number
  readonly latitude: number
}

/** Seven decimals are about a centimetre. */
const rounded = (degrees: number): number => Number(degrees.toFixed(7))

const fromBd09 = ({ longitude, latitude }: Place): Place => {
  const [x, y] = gcoord.transform<[number, number]>([longitude, latitude], gcoord.BD09, gcoord.GCJ02)
  return { longitude: x, latitude: y }
}

/** Where a file's place is in WGS-84; beyond China's borders the systems are one. */
export const toWgs84 = (place: Place, system: FileSystem): Place => {
  const { longitude, latitude } = system === 'bd09' ? fromSystem(fromBd09(place), 'gcj02') : fromSystem(place, system)
  return { longitude: rounded(longitude), latitude: rounded(latitude) }
}

export const isInside = ({ longitude, latitude }: Place, { west, south, east, north }: CityPlace['box']): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north
