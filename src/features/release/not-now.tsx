import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { MiniCard } from '@/components/card-object'
import { facesOf } from '@/components/face'
import { Result } from '@/components/result'
import type { DataOf } from '@/contract'
import { useCopy } from '@/copy/context'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { actionOf } from '../card/actions'
import { citizenRefusals } from '../failure'
import { Refused } from '../screen/refused'
import { Disputed } from './disputed'
import { Elsewhere } from './elsewhere'

/** A release that cannot, or need not, be made here: why, and where instead. */
export const NotNow = ({ detail }: { readonly detail: DataOf<'card/get'> }) => {
  const { t } = useCopy()
  const { card, report } = detail
  const hotline = useHotline(card.city)
  const { reason, where } = actionOf(card, 'releaseLoss')
  if (reason === 'releasedElsewhere' && report) return <Elsewhere card={card} report={report} />
  if (reason === 'disputeOpen') return <Disputed card={card} />
  const code = citizenRefusals.find((known) => known === reason)
  if (code) return <Refused code={code} where={where} hotline={hotline} />
  return (
    <View className="page-col">
      <Result title={t.release.nothing} second={t.release.nothingNext} picture={<MiniCard faces={facesOf(card)} />} />
      <ActionButton kind="second" words={t.history.backToCard} onTap={() => void go('card', { cardId: card.cardId })} />
    </View>
  )
}
