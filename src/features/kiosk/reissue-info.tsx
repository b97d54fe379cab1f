import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Subheading } from '@/components/heading'
import { useKioskCopy } from '@/copy/kiosk'
import { go } from '@/platform/navigation'
import { useBanks } from '../banks'
import type { City } from '../banks/city'
import { nameIn } from '../banks/use-bank'
import { useRules } from '../banks/use-rules'
import { chooseAim } from './visit'

/** Where a new card is had, what to bring and how long it takes: nobody's name is needed for that. */
export const ReissueInfo = ({ city }: { readonly city: City }) => {
  const { t, k, language } = useKioskCopy()
  const { readyInWorkingDays } = useRules(city)
  const banks = t.words.list((useBanks(city).data ?? []).map((bank) => nameIn(language, bank)))
  return (
    <View className="kiosk-panel kiosk-facts">
      <View className="body">{k.reissue.notHere}</View>
      <Subheading words={k.reissue.where} />
      <View className="sub">{k.reissue.whereLines(banks)}</View>
      <Subheading words={k.reissue.bring} />
      {k.reissue.bringLines.map((line) => <View key={line} className="sub">{line}</View>)}
      <Subheading words={k.reissue.long} />
      <View className="sub">{k.reissue.longLines(readyInWorkingDays.value)}</View>
      <View className="sub">{k.reissue.first}</View>
      <View className="sub">{k.reissue.withCard}</View>
      <ActionButton icon="pin" words={k.reissue.outlets} onTap={() => void go('outlets', { city, cardId: '', need: 'instantReissue' })} />
      <ActionButton kind="second" words={k.waiting.other} onTap={() => chooseAim(undefined)} />
    </View>
  )
}
