import { distance } from 'geokdbush'
import type { FoundOutletOnWire } from '@/contract'
import type { Opening } from '@/domain/opening'
import type { CityCode } from '@/domain/policies'
import { fromIso, type Instant } from '@/domain/time'
import type { OutletRow, Repository } from '../repository'
import type { Parsed } from '../runtime/define-operation'
import { RequestError } from '../runtime/errors'
import { furthest } from './cursor'
import { fitsOf } from './fits'
import type { CityList } from './lookup/lists'
import { fromSystem } from './lookup/places'
import { searchRows, type Place, type Search } from './lookup/search'
import { outletShown } from './wire'

/** What a request narrows any list of outlets by. */
export type Narrowing = Pick<Parsed<'outlets/search'>, 'city' | 'near' | 'system' | 'district' | 'openAt' | 'order' | 'query' | 'limit'>

/** Which outlets a page is of, beside what the request narrows; after how many it begins. */
interface PageAsked {
  readonly narrowing: Narrowing
  readonly wanted: Pick<Search, 'kinds' | 'bank' | 'capabilities' | 'seq'>
  readonly offset: number
  readonly now: Instant
}

const usualLimit = 20
const metres = 1_000

const timeAsked = (openAt: string | undefined, now: Instant): Instant => {
  const at = openAt === undefined || openAt === 'now' ? now : fromIso(openAt)
  if (Number.isNaN(at)) throw new RequestError('invalidRequest', { field: 'openAt' })
  return at
}

const openWish = ({ openAt, order }: Narrowing, at: Instant): Search['open'] => {
  if (openAt !== undefined) return { at, how: 'only' }
  return order === 'openFirst' ? { at, how: 'first' } : undefined
}

const searchOf = (narrowing: Narrowing, wanted: PageAsked['wanted'], at: Instant): Search => {
  const { near, system = 'gcj02', district, query } = narrowing
  return { ...wanted, district, query, near: near && fromSystem(near, system), open: openWish(narrowing, at) }
}

const distanceTo = ({ longitude, latitude }: OutletRow, near: Place | undefined): { distance?: number } =>
  near ? { distance: Math.round(distance(near.longitude, near.latitude, longitude, latitude) * metres) } : {}

/** What is known of the outlets at these rows of a list's index, by their places in its order. */
const knownAt = async ({ outlets }: Repository, { index, publication }: CityList, city: CityCode, rows: readonly number[]) => {
  const seqs = rows.map((row) => index.seqs[row] ?? -1)
  const known = seqs.length > 0 ? await outlets.inOrder(city, publication.version, seqs) : []
  return new Map(known.map((outlet) => [outlet.seq, outlet]))
}

const foundOnWire = (outlet: OutletRow, opening: Opening, search: Search, narrowing: Narrowing): FoundOutletOnWire =>
  ({ ...outletShown(outlet, { ...narrowing, opening }), ...distanceTo(outlet, search.near), fits: fitsOf(search, outlet, opening) })

/** A page of outlets, and how many outlets a further one comes after; null where there is none. */
export interface Page {
  readonly outlets: FoundOutletOnWire[]
  readonly next: number | null
}

/** Looks a list's outlets up: those that are wanted and that the request's narrowing leaves, as things are at `now` (ms). */
export const pageOf = async (repository: Repository, list: CityList | null, { narrowing, wanted, offset, now }: PageAsked): Promise<Page> => {
  const at = timeAsked(narrowing.openAt, now)
  if (!list) return { outlets: [], next: null }
  const { seqs, schedules, openings } = list.index
  const search = searchOf(narrowing, wanted, at)
  const end = offset + (narrowing.limit ?? usualLimit)
  const found = searchRows(list.index, search, end + 1)
  const rows = found.slice(offset, end)
  const known = await knownAt(repository, list, narrowing.city, rows)
  const outlets = rows.flatMap((row) => {
    const outlet = known.get(seqs[row] ?? -1)
    return outlet ? [foundOnWire(outlet, openings(at)(schedules[row] ?? 0), search, narrowing)] : []
  })
  return { outlets, next: found.length > end && end < furthest ? end : null }
}
