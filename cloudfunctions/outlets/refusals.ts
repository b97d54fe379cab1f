import type { CityCode } from '@/domain/policies'
import { banks } from '@/domain/policies/banks'
import { RequestError } from '../runtime/errors'
import { districtsOf } from './divisions'

const isKnownBank = (code: string): boolean => Object.hasOwn(banks, code)

const isDistrictOf = (city: CityCode, district: string): boolean => districtsOf(city).some(({ code }) => code === district)

interface Named {
  readonly district?: string | undefined
  readonly bank?: string | undefined
}

/** Refuses `invalidRequest` for a district that is none of the city's, and for a bank that nobody here knows. */
export const refuseUnknown = (city: CityCode, { district, bank }: Named): void => {
  if (district !== undefined && !isDistrictOf(city, district)) throw new RequestError('invalidRequest', { field: 'district' })
  if (bank !== undefined && !isKnownBank(bank)) throw new RequestError('invalidRequest', { field: 'bank' })
}
