import { View } from '@tarojs/components'
import { CallButton } from '@/components/call-button'
import { Cell } from '@/components/cell'
import { Subheading } from '@/components/heading'
import type { CardOnWire, Subject } from '@/contract'
import { useCopy } from '@/copy/context'
import { useRules } from '../banks/use-rules'
import { toOutlets } from '../card/to-outlets'

interface OtherWaysProps {
  readonly purpose: Subject['purpose']
  readonly card: CardOnWire
}

/** The ways without a face: the phone line, and an outlet with the ID card. */
export const OtherWays = ({ purpose, card }: OtherWaysProps) => {
  const { t } = useCopy()
  const { hotline, temporaryDays } = useRules(card.city)
  const isReport = purpose === 'reportLoss'
  return (
    <>
      <Subheading words={t.identity.other} />
      <CallButton quiet who={isReport ? t.identity.phoneReport(temporaryDays.socialSecurity.value) : t.identity.phoneRelease} number={hotline.value} />
      <View className="sheet">
        <Cell
          icon="pin"
          title={t.identity.counter}
          second={isReport ? t.identity.counterReport : t.identity.counterRelease}
          onTap={() => toOutlets(card, isReport ? 'reportLoss' : 'release')}
        />
      </View>
    </>
  )
}
