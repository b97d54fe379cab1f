import { useCopy } from '@/copy/context'
import { bankOf } from '@/domain/policies'
import { useBanks } from '../banks'
import type { City } from '../banks/city'
import { nameIn } from '../banks/use-bank'

/** What a city's banks are called: from its list, or as this build knows them. */
export const useBankName = (city: City): ((code: string) => string) => {
  const { t, language } = useCopy()
  const listed = useBanks(city).data
  return (code) => {
    const bank = listed?.find((one) => one.code === code)
    return bank ? nameIn(language, bank) : bankOf(city, code)?.name[language] ?? t.words.bank
  }
}
