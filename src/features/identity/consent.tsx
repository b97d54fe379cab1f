import { View } from '@tarojs/components'
import { Heading } from '@/components/heading'
import { Summary } from '@/components/summary'
import type { CardOnWire, Subject } from '@/contract'
import { useCopy } from '@/copy/context'
import { sandbox } from '@/platform/build'
import { useRules } from '../banks/use-rules'
import { useSession } from '../session'
import { OtherWays } from './other-ways'

interface ConsentProps {
  readonly purpose: Subject['purpose']
  readonly card: CardOnWire
}

/** What is used, by whom, for what: asked by itself, before anything personal is touched. */
export const Consent = ({ purpose, card }: ConsentProps) => {
  const { t } = useCopy()
  const { door } = useSession()
  const { minors } = useRules(card.city)
  const isReport = purpose === 'reportLoss'
  const rows = [
    { label: t.identity.uses, value: t.identity.usesValue },
    { label: t.identity.checks, value: t.identity.checksValue[sandbox ? 'sandbox' : door] },
    { label: t.identity.gets, value: t.identity.getsValue },
    { label: t.identity.purpose, value: isReport ? t.identity.purposeReport : t.identity.purposeRelease },
  ]
  return (
    <View className="page-col">
      <Heading
        words={card.holder.relation === 'guardian' ? t.identity.titleGuardian : t.identity.title}
        second={isReport ? t.identity.whyReport : t.identity.whyRelease}
      />
      <Summary rows={rows} />
      <View className="sub">{t.identity.minors(minors.privacyAge.value)}</View>
      <OtherWays purpose={purpose} card={card} />
    </View>
  )
}
