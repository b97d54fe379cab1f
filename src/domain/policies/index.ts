import type { Bank, CityPolicy } from '../policy'
import { beijing } from './beijing'
import { chengdu } from './chengdu'
import { national } from './national'
import { shanghai } from './shanghai'

export { sources, type SourceId } from './sources'

const policies = { chengdu, shanghai, beijing, national } as const

export type CityCode = keyof typeof policies
export const cityCodes = ['chengdu', 'shanghai', 'beijing', 'national'] as const satisfies readonly CityCode[]

/** A city's policy; `national` holds where a city has none of its own. */
export const policyOf = (city: CityCode): CityPolicy => policies[city]

/** The city's bank with this code, if it issues the city's cards. */
export const bankOf = (city: CityCode, code: string): Bank | undefined =>
  policyOf(city).banks.value.find((bank) => bank.code === code)
