import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useSettings } from '../settings'

/** Whose card and its number, as the card object shows them: in elder mode only the number's end. */
export const useHolder = ({ holder, maskedNumber }: CardOnWire): { readonly name: string; readonly number: string } => {
  const { t } = useCopy()
  const { mode } = useSettings()
  return { name: holder.maskedName, number: mode === 'elder' ? t.words.tail(maskedNumber.slice(-4)) : maskedNumber }
}
