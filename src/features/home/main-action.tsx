import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import { go } from '@/platform/navigation'
import { actionOf, isLost } from '../card/actions'
import { lacksConsent, ToFamily } from '../card/to-family'
import { useSettings } from '../settings'

interface MainActionProps {
  readonly card: CardOnWire
}

const ReportButton = ({ card }: MainActionProps) => {
  const { t } = useCopy()
  const { mode } = useSettings()
  const { allowed, reason } = actionOf(card, 'reportLoss')
  const upgrade = card.socialSecurity.state === 'temporarilyLost'
  const lost = mode === 'elder' ? t.home.lostElder : t.home.lost
  return (
    <ActionButton
      {...(!upgrade && { icon: 'card-lost' as const })}
      words={upgrade ? t.home.toFormal : lost}
      offReason={allowed ? undefined : reason && t.reasons[reason]}
      onTap={() => void go('reportLoss', { cardId: card.cardId })}
    />
  )
}

/** The one thing to do from here, by the card's state: report it, make the report formal, or the way back. */
export const MainAction = ({ card }: MainActionProps) => {
  const { t } = useCopy()
  const { cardId } = card
  const { state } = card.socialSecurity
  const reports = state !== 'formallyLost' && state !== 'beingReissued' && state !== 'cancelled'
  return (
    <View className="page-col">
      {reports && <ReportButton card={card} />}
      {isLost(card)
        ? <ActionButton kind="second" icon="card-back" words={t.home.found} onTap={() => void go('release', { cardId })} />
        : !reports && <ActionButton kind="second" icon="card" words={t.home.seeCard} onTap={() => void go('card', { cardId })} />}
      {lacksConsent(card) && <ToFamily />}
    </View>
  )
}
