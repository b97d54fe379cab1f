import type { CoordinateSystem, OpeningOnWire, OutletListOnWire, OutletOnWire, PointOnWire } from '@/contract'
import { saidInterval } from '@/domain/hours'
import type { Opening } from '@/domain/opening'
import { cityCodes, type CityCode } from '@/domain/policies'
import { toIso, type Instant } from '@/domain/time'
import type { OutletRow, Publication } from '../repository'
import { districtsOf } from './divisions'
import { inSystem } from './lookup/places'

const instant = <Name extends string>(name: Name, at: Instant | undefined): { [_ in Name]?: string } =>
  (at === undefined ? {} : { [name]: toIso(at) }) as { [_ in Name]?: string }

const openingOnWire = (opening: Opening): OpeningOnWire => {
  switch (opening.state) {
    case 'open': return { state: 'open', ...instant('until', opening.until), ...instant('reopensAt', opening.reopensAt), ...(opening.then && { then: opening.then }) }
    case 'closed': return { state: 'closed', why: opening.why, ...instant('opensAt', opening.opensAt) }
    case 'callFirst': return opening
  }
}

const idOnWire = (city: CityCode, outletId: string): string => `${city}.${outletId}`

/** The city and the list's own id in an outlet's id on the wire; null where there is no such city. */
export const idFromWire = (onWire: string): { readonly city: CityCode; readonly outletId: string } | null => {
  const [name, outletId = ''] = onWire.split('.', 2)
  const city = cityCodes.find((code) => code === name)
  return city ? { city, outletId } : null
}

const districtOnWire = (city: CityCode, code: string): OutletOnWire['district'] =>
  ({ code, name: districtsOf(city).find((district) => district.code === code)?.name ?? code })

const placeOf = ({ longitude, latitude }: OutletRow): PointOnWire => ({ longitude, latitude })

/** Whose list an outlet is of, in which system a map has it, and whether it is open. */
interface Showing {
  readonly city: CityCode
  readonly system?: CoordinateSystem | undefined
  readonly opening: Opening
}

/** What every answer says of an outlet. */
export const outletShown = (row: OutletRow, { city, system = 'gcj02', opening }: Showing) => ({
  outletId: idOnWire(city, row.outlet_id),
  name: row.name,
  kind: row.kind,
  ...(row.bank !== null && { bank: row.bank }),
  district: districtOnWire(city, row.district),
  address: row.address,
  location: inSystem(placeOf(row), system),
  ...(row.phone !== null && { phone: row.phone }),
  capabilities: [...row.capabilities],
  opening: openingOnWire(opening),
  checkedOn: row.checked_on,
})

/** All that is known of one outlet. */
export const outletOnWire = (row: OutletRow, showing: Showing): OutletOnWire => ({
  ...outletShown(row, showing),
  ...(row.hours && { hours: row.hours.map((day) => day.map(saidInterval)) }),
  ...(row.holidays && { holidays: row.holidays }),
  ...(row.notes !== null && { notes: row.notes }),
  source: row.source,
})

export const listOnWire = ({ version, currentSince, fictional }: Publication): OutletListOnWire =>
  ({ version, currentSince: toIso(currentSince), fictional })

/** What an answer says of the list it is from; nothing where the city has none. */
export const listOf = (list: { readonly publication: Publication } | null): { list?: OutletListOnWire } =>
  (list ? { list: listOnWire(list.publication) } : {})
