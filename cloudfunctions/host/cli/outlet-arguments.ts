import { cityCodes, policyOf, type CityCode } from '@/domain/policies'
import { fromIso, toIso, type Instant } from '@/domain/time'
import { idFromWire } from '../../outlets/wire'
import type { Repository } from '../../repository'

const cities = cityCodes.filter((city) => policyOf(city).place.value !== null)

/** The city that --city names; throws a sentence where it is none with outlets of its own. */
export const cityIn = (text: string | undefined): CityCode => {
  const city = cities.find((one) => one === text)
  if (!city) throw new Error(`--city is one of ${cities.join(', ')}.`)
  return city
}

/** An outlet of a city, and both as they are written on the wire. */
export interface CityOutlet {
  readonly city: CityCode
  readonly outletId: string
  readonly onWire: string
}

/** The outlet that --outlet names, of a city that has outlets; throws a sentence where it is none. */
export const outletOnWireIn = (onWire: string): CityOutlet => {
  const outlet = /^[a-z]+\.[\w-]{1,64}$/.test(onWire) ? idFromWire(onWire) : null
  if (!outlet || !cities.includes(outlet.city)) throw new Error('--outlet is a city and the outlet’s id in its list, such as chengdu.wuhou-agency.')
  return { ...outlet, onWire }
}

/** The time (ms) that --from names; null where it is not given. */
export const timeIn = (text: string | undefined): Instant | null => {
  if (text === undefined) return null
  const time = fromIso(text)
  if (Number.isNaN(time)) throw new Error('--from is not a time with an offset, such as 2027-01-04T08:00:00+08:00.')
  return time
}

/** Says which list is still to come: it takes over from whatever is the list until then. Nothing where none is. */
export const sayWhatComes = async ({ outlets }: Repository, city: CityCode): Promise<void> => {
  for (const { version, nextFrom } of await outlets.versions(city))
    if (nextFrom !== null) console.log(`From ${toIso(nextFrom)} on, version ${version} is to be the list of ${city}.`)
}

export const pastTime = 'Nothing was changed: --from is in the past. Leave it away for at once, or give a time to come.'
