import { useCallback } from 'react'
import { policyOf, type CityCode } from '@/domain/policies'
import { useWords } from './words'

/** What a bank of a city is called, by its code; the code where it is none of the city's. */
export const useBankName = (city: CityCode): ((code: string) => string) => {
  const { language } = useWords()
  return useCallback((code) => policyOf(city).banks.value.find((bank) => bank.code === code)?.name[language] ?? code, [city, language])
}
