import { View } from '@tarojs/components'
import { SmallCallButton } from '@/components/call-button'
import { Duo } from '@/components/duo'
import { Link } from '@/components/link'
import { useNow } from '@/components/use-now'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { useBank } from '../banks/use-bank'
import { NotNoted, ToldButton } from './bank-task'
import { halvesOf } from './halves'
import { useBankTold } from './index'

const TakeBack = ({ cardId }: { readonly cardId: string }) => {
  const { t } = useCopy()
  const told = useBankTold(cardId)
  return (
    <View>
      <Link words={told.sending ? t.task.saving : t.task.takeBack} onTap={() => (told.failure ? told.retry() : told.say(false))} />
      <NotNoted told={told} />
    </View>
  )
}

const BankAction = ({ card }: { readonly card: CardOnWire }) => {
  const { t } = useCopy()
  const { name, hotline } = useBank(card)
  return (
    <View className="page-col">
      {hotline ? <SmallCallButton who={t.call.who(name)} number={hotline} /> : <View className="sub">{t.task.noNumber}</View>}
      <ToldButton small card={card} />
    </View>
  )
}

interface BothHalvesProps {
  readonly card: CardOnWire
  /** A temporary report ran out while it was shown. */
  readonly onLapsed: () => void
}

/** Two functions, two clocks, and on the bank's half what the citizen still has to do. */
export const BothHalves = ({ card, onLapsed }: BothHalvesProps) => {
  const { t, dates } = useCopy()
  const { lapsesAt } = card.socialSecurity
  const now = useNow(lapsesAt ? Date.parse(lapsesAt) : undefined, onLapsed)
  const { socialSecurity, financial } = halvesOf(card, t, dates, now)
  const action = financial.face === 'toTell' ? <BankAction card={card} /> : financial.face === 'told' && <TakeBack cardId={card.cardId} />
  return <Duo halves={[socialSecurity, { ...financial, action }]} />
}
