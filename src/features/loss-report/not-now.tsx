import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { MiniCard } from '@/components/card-object'
import { facesOf, isBankToTell } from '@/components/face'
import { Result } from '@/components/result'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { actionOf } from '../card/actions'
import { BankTask } from '../card/bank-task'
import { citizenRefusals } from '../failure'
import { Refused } from '../screen/refused'

/** A loss that cannot, or need not, be reported here: why, and what instead. */
export const NotNow = ({ card }: { readonly card: CardOnWire }) => {
  const { t } = useCopy()
  const hotline = useHotline(card.city)
  const { reason, where } = actionOf(card, 'reportLoss')
  const code = citizenRefusals.find((known) => known === reason)
  if (code) return <Refused code={code} where={where} hotline={hotline} />
  return (
    <View className="page-col">
      <Result title={t.report.alreadyTitle} second={t.report.alreadyNext} picture={<MiniCard faces={facesOf(card)} />} />
      {isBankToTell(card) && <BankTask card={card} />}
      <ActionButton kind="second" icon="card-back" words={t.home.found} onTap={() => void go('release', { cardId: card.cardId })} />
    </View>
  )
}
