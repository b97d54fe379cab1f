import { View } from '@tarojs/components'
import { CallButton } from '@/components/call-button'
import { Cell } from '@/components/cell'
import { Subheading } from '@/components/heading'
import { useIdentityCopy } from '@/copy/identity'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { toOutlets } from '../card/to-outlets'
import type { CheckScreenProps } from './screen-props'

type OtherWaysProps = Pick<CheckScreenProps, 'words' | 'card' | 'need'>

/** The ways without a face: the phone line, and an outlet with the ID card. */
export const OtherWays = ({ words, card, need }: OtherWaysProps) => {
  const { i } = useIdentityCopy()
  const hotline = useHotline(card?.city)
  const look = () => (card ? toOutlets(card, need) : void go('outlets', { city: 'chengdu', cardId: '', need: '' }))
  return (
    <>
      <Subheading words={i.check.other} />
      <CallButton quiet who={words.phone ?? i.check.phoneAny} number={hotline} />
      <View className="sheet">
        <Cell icon="pin" title={i.check.counter} second={words.counter ?? i.check.counterAny} onTap={look} />
      </View>
    </>
  )
}
