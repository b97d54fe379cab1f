import { View } from '@tarojs/components'
import { Heading } from '@/components/heading'
import { Summary } from '@/components/summary'
import { useIdentityCopy } from '@/copy/identity'
import { sandbox } from '@/platform/build'
import { useRules } from '../banks/use-rules'
import { useSession } from '../session'
import { OtherWays } from './other-ways'
import type { CheckScreenProps } from './screen-props'

const useWho = (card: CheckScreenProps['card']): string => {
  const { i } = useIdentityCopy()
  const { minors } = useRules(card?.city)
  return card?.holder.relation === 'proxy' ? i.check.asProxy(card.holder.maskedName) : i.check.minors(minors.privacyAge.value)
}

/** What is used, by whom, for what: asked by itself, before anything personal is touched. */
export const Consent = ({ words, card, need }: Pick<CheckScreenProps, 'words' | 'card' | 'need'>) => {
  const { i } = useIdentityCopy()
  const { door } = useSession()
  const rows = [
    { label: i.check.uses, value: i.check.usesValue },
    { label: i.check.checks, value: i.check.checksValue[sandbox ? 'sandbox' : door] },
    { label: i.check.gets, value: i.check.getsValue },
    { label: i.check.purpose, value: words.use },
  ]
  return (
    <View className="page-col">
      <Heading words={i.check.title[card?.holder.relation ?? 'cardholder']} second={words.why} />
      <Summary rows={rows} />
      <View className="sub">{useWho(card)}</View>
      <OtherWays words={words} card={card} need={need} />
    </View>
  )
}
