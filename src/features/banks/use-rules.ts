import { policyOf } from '@/domain/policies'
import type { City } from './city'
import { usePolicy } from './index'

/** The city's rules; those this build knows while the server has not said, since calling must work with no network. */
export const useRules = (city: City = 'chengdu') => usePolicy(city).data ?? policyOf(city)

export const useHotline = (city?: City): string => useRules(city).hotline.value
