import type { CityCode } from '@/domain/policies'
import type { Database } from '../database'
import { columnsOf, type OutletColumns } from './columns'
import { currentPublication, type Publication } from './publication'
import { outletById, outletsInOrder, schedulesAt, type OutletRow, type ScheduleRow } from './rows'

/** The cities' lists of outlets as they are looked up. A version's rows never change, so each can be asked for at any time. */
export interface OutletReading {
  /** The city's list that is current at the database's time, or null where it has none. */
  current(city: CityCode): Promise<Publication | null>
  /** All of a list in its order, stretch by stretch, with what an index is made of. */
  columns(city: CityCode, list: Publication): AsyncIterable<OutletColumns>
  /** The hours of the outlets at these places in the list's order. */
  schedules(city: CityCode, version: string, seqs: readonly number[]): Promise<ScheduleRow[]>
  /** All that is known of the outlets at these places, in no order. */
  inOrder(city: CityCode, version: string, seqs: readonly number[]): Promise<OutletRow[]>
  byId(city: CityCode, version: string, outletId: string): Promise<OutletRow | null>
}

export const outletReadingIn = (database: Database): OutletReading => ({
  current: (city) => currentPublication(database, city),
  columns: (city, list) => columnsOf(database, city, list),
  schedules: (city, version, seqs) => schedulesAt(database, city, version, seqs),
  inOrder: (city, version, seqs) => outletsInOrder(database, city, version, seqs),
  byId: (city, version, outletId) => outletById(database, city, version, outletId),
})
