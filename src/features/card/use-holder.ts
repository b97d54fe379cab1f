import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useSettings } from '../settings'

const tailOf = (maskedNumber: string): string => maskedNumber.slice(-4)

/** Whose card and its number, as the card object shows them: in elder mode only the number's end. */
export const useHolder = ({ holder, maskedNumber }: CardOnWire): { readonly name: string; readonly number: string } => {
  const { t } = useCopy()
  const { mode } = useSettings()
  return { name: holder.maskedName, number: mode === 'elder' ? t.words.tail(tailOf(maskedNumber)) : maskedNumber }
}

/** Which card a screen is about, in one line. */
export const useWhich = ({ holder, maskedNumber }: CardOnWire): string => {
  const { t } = useCopy()
  const which = `${holder.maskedName} · ${t.words.tail(tailOf(maskedNumber))}`
  if (holder.relation === 'cardholder') return which
  return `${which} · ${holder.relation === 'guardian' ? t.home.ofChild : t.home.ofOther}`
}
