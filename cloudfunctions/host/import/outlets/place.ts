import gcoord from 'gcoord'
import type { CityPlace } from '@/domain/policy'

/** What a file's places may be measured in: GPS, the maps of China, Baidu's maps. */
export const systems = ['wgs84', 'gcj02', 'bd09'] as const
export type FileSystem = (typeof systems)[number]

/** Degrees, WGS-84. */
export interface Place {
  readonly longitude: number
  readonly latitude: number
}

const crs = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const

/** Seven decimals are about a centimetre. */
const rounded = (degrees: number): number => Number(degrees.toFixed(7))

/** Where a file's place is in WGS-84; beyond China's borders the systems are one. */
export const toWgs84 = ({ longitude, latitude }: Place, system: FileSystem): Place => {
  const [east, north] = gcoord.transform([longitude, latitude], crs[system], gcoord.WGS84)
  return { longitude: rounded(east), latitude: rounded(north) }
}

export const isInside = ({ longitude, latitude }: Place, { west, south, east, north }: CityPlace['box']): boolean =>
  longitude >= west && longitude <= east && latitude >= south && latitude <= north
