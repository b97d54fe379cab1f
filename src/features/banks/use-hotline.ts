import { policyOf } from '@/domain/policies'
import type { City } from './city'
import { usePolicy } from './index'

/** The city's hotline; the number this build knows while the server has not said, since calling must work with no network. */
export const useHotline = (city: City = 'chengdu'): string =>
  usePolicy(city).data?.hotline.value ?? policyOf(city).hotline.value
