import type { CardOnWire } from '@/contract'
import type { Copy } from '@/copy'
import { useCopy } from '@/copy/context'
import { useSettings } from '../settings'

const tailOf = (maskedNumber: string): string => maskedNumber.slice(-4)

/** Whose card and its number, as the card object shows them: in elder mode only the number's end. */
export const useHolder = ({ holder, maskedNumber }: CardOnWire): { readonly name: string; readonly number: string } => {
  const { t } = useCopy()
  const { mode } = useSettings()
  return { name: holder.maskedName, number: mode === 'elder' ? t.words.tail(tailOf(maskedNumber)) : maskedNumber }
}

/** Whose card it is, where it is not one's own: names are masked, and may look alike. */
export const whoseOf = ({ holder: { relation } }: CardOnWire, t: Copy): string | undefined =>
  ({ cardholder: undefined, guardian: t.home.ofChild, proxy: t.home.ofOther })[relation]

/** Which card a screen is about, in one line. */
export const useWhich = (card: CardOnWire): string => {
  const { t } = useCopy()
  const { holder, maskedNumber } = card
  return [holder.maskedName, t.words.tail(tailOf(maskedNumber)), whoseOf(card, t)].filter(Boolean).join(' · ')
}
