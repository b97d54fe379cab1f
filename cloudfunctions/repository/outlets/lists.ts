import type { CityCode } from '@/domain/policies'
import type { Instant } from '@/domain/time'
import { importOutlets, type OutletFile, type OutletImport } from './import'
import { publishOutlets, type Published } from './publish'
import { reportOutlets, type Reported, type ReportListener, type ReportRequest } from './report'
import { listVersions, type OutletVersion } from './versions'

/** The cities' lists of outlets as they are kept: version by version, of which one is the current one. */
export interface OutletLists {
  import(file: OutletFile): Promise<OutletImport>
  /** Makes a version the city's list again, from a time (ms) on or, with null, at once. */
  publish(city: CityCode, version: string, from: Instant | null): Promise<Published>
  versions(city: CityCode): Promise<OutletVersion[]>
  report(request: ReportRequest, listener: ReportListener): Promise<Reported>
}

export const outletListsIn = (connectionString: string): OutletLists => ({
  import: (file) => importOutlets(connectionString, file),
  publish: (city, version, from) => publishOutlets(connectionString, city, version, from),
  versions: (city) => listVersions(connectionString, city),
  report: (request, listener) => reportOutlets(connectionString, request, listener),
})

export type { DoubledOutlet, OutletImport } from './import'
export type { OutletFileRow } from './import/staging'
export type { Published } from './publish'
export type { Change, Gap, ReportSummary } from './report'
export type { OutletVersion } from './versions'
