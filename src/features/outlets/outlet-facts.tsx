import { View } from '@tarojs/components'
import { Icon } from '@/components/icon'
import type { OpeningOnWire } from '@/contract'
import { useOutletCopy } from '@/copy/outlets'
import { saidOpening } from './said-opening'

/** Open or not: icon, words and colour, never colour alone. */
export const OpeningLine = ({ opening, now }: { readonly opening: OpeningOnWire; readonly now: number }) => {
  const { o, dates } = useOutletCopy()
  const { words, icon, tone } = saidOpening(opening, o, dates, now)
  return <View className={`out-open out-${tone}`}><Icon name={icon} /><View className="grow">{words}</View></View>
}
