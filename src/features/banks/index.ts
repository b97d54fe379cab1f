import type { BankOnWire, CityRulesOnWire, DataOf, RequestOf } from '@/contract'
import { useQuestion, type QueryLike } from '../query'

type City = RequestOf<'outlets/banks'>['city']

/** Hotlines and rules change rarely: an hour old is fresh. */
const staleTime = 3_600_000

const banksOf = ({ banks }: DataOf<'outlets/banks'>): readonly BankOnWire[] => banks

/** The banks that issue a city's cards, with their hotlines. */
export const useBanks = (city: City): QueryLike<readonly BankOnWire[]> =>
  useQuestion('outlets/banks', { city }, { staleTime, select: banksOf })

/** A city's rules, each with its source. */
export const usePolicy = (city: City): QueryLike<CityRulesOnWire> => useQuestion('outlets/policy', { city }, { staleTime })
