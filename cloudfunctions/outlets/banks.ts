import { policyOf } from '@/domain/policies'
import { defineOperation } from '../runtime/define-operation'

/** The banks that issue the city's cards, with their hotlines. */
export const banks = defineOperation('outlets/banks', async ({ city }) => ({
  banks: policyOf(city).banks.value.map(({ code, name, hotline, verified }) => ({ code, name: name.zh, nameEn: name.en, hotline, verified })),
}))
