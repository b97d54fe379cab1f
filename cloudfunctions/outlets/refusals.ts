import type { CityCode } from '@/domain/policies'
import { banks } from '@/domain/policies/banks'
import { RequestError } from '../runtime/errors'
import { districtsOf } from './divisions'

const isKnownBank = (code: string): boolean => Object.hasOwn(banks, code)

/** Refuses `invalidRequest` for a district that is none of the city's, and for a bank that no city here knows. */
export const refuseUnknown = (city: CityCode, { district, bank }: { readonly district?: string | undefined; readonly bank?: string | undefined }): void => {
  if (district !== undefined && !districtsOf(city).some(({ code }) => code === district)) throw new RequestError('invalidRequest', { field: 'district' })
  if (bank !== undefined && !isKnownBank(bank)) throw new RequestError('invalidRequest', { field: 'bank' })
}
