import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Mark, Result } from '@/components/result'
import { Summary } from '@/components/summary'
import type { CardOnWire } from '@/contract'
import { useToldCopy } from '@/copy/told'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { toOutlets } from '../card/to-outlets'
import { useWhich } from '../card/use-holder'

/** It is not released while somebody says that it was not them: what settles that, where, and what to bring. */
export const Disputed = ({ card }: { readonly card: CardOnWire }) => {
  const { t, m } = useToldCopy()
  const hotline = useHotline(card.city)
  const { title, next } = t.errors.disputeOpen
  return (
    <View className="page-col">
      <Result title={title} second={next} picture={<Mark kind="calm" icon="info" />} />
      <View className="sub">{useWhich(card)}</View>
      <Summary rows={[{ label: m.dispute.where, value: t.words.channel.counter }, { label: t.release.bring, value: m.dispute.bring }]} />
      <ActionButton icon="pin" words={m.dispute.toCounter} onTap={() => toOutlets(card)} />
      <ActionButton kind="second" words={m.dispute.see} onTap={() => void go('dispute', { cardId: card.cardId, about: '' })} />
      <CallButton quiet who={t.call.hotlineAsk} number={hotline} />
    </View>
  )
}
