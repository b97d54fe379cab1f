import type { CardOnWire } from '@/contract'
import type { Language } from '@/copy'
import { useCopy } from '@/copy/context'
import { bankOf } from '@/domain/policies'
import { useBanks } from './index'

/** A bank as it is said on screen; `hotline` is undefined where none is known. */
export interface SaidBank {
  readonly name: string
  readonly hotline: string | undefined
}

export const nameIn = (language: Language, bank: { readonly name: string; readonly nameEn: string }): string =>
  (language === 'en' ? bank.nameEn : bank.name)

/** The bank that issued a card: from its city's list, or from what this build knows while there is no network. */
export const useBank = (card: CardOnWire | undefined): SaidBank => {
  const { t, language } = useCopy()
  const city = card?.city ?? 'chengdu'
  const listed = useBanks(city).data?.find(({ code }) => code === card?.issuingBank)
  if (listed) return { name: nameIn(language, listed), hotline: listed.hotline }
  const known = bankOf(city, card?.issuingBank ?? '')
  return known ? { name: known.name[language], hotline: known.hotline } : { name: t.words.bank, hotline: undefined }
}
