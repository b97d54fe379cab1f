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

/** Which card it is, in one line: a name is masked, so that it is said whose it is if not one's own. */
export const whichOf = ({ holder, maskedNumber }: CardOnWire, t: Copy): string => {
  const which = `${holder.maskedName} · ${t.words.tail(tailOf(maskedNumber))}`
  if (holder.relation === 'cardholder') return which
  return `${which} · ${holder.relation === 'guardian' ? t.home.ofChild : t.home.ofOther}`
}

/** Which card a screen is about. */
export const useWhich = (card: CardOnWire): string => whichOf(card, useCopy().t)
