import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import type { ShownState } from '@/domain/words'
import { go } from '@/platform/navigation'
import { actionOf, isLost, stepOf } from '../card/actions'
import { lacksConsent, ToFamily } from '../card/to-family'
import { useSettings } from '../settings'

interface MainActionProps {
  readonly card: CardOnWire
}

const ReportButton = ({ card, quiet }: MainActionProps & { readonly quiet: boolean }) => {
  const { t } = useCopy()
  const { mode } = useSettings()
  const { allowed, reason } = actionOf(card, 'reportLoss')
  const upgrade = card.socialSecurity.state === 'temporarilyLost'
  const lost = mode === 'elder' ? t.home.lostElder : t.home.lost
  return (
    <ActionButton
      kind={quiet ? 'second' : 'primary'}
      {...(!upgrade && { icon: 'card-lost' as const })}
      words={upgrade ? t.home.toFormal : lost}
      offReason={allowed ? undefined : reason && t.reasons[reason]}
      onTap={() => void go('reportLoss', { cardId: card.cardId })}
    />
  )
}

/** What leads on where there is nothing to report: how far the new card is, or the card itself. */
const SeeButton = ({ card, quiet }: MainActionProps & { readonly quiet: boolean }) => {
  const { t } = useCopy()
  const { cardId } = card
  if (!stepOf(card, t)) return quiet ? null : <ActionButton kind="second" icon="card" words={t.home.seeCard} onTap={() => void go('card', { cardId })} />
  return <ActionButton kind={quiet ? 'second' : 'primary'} icon="card-new" words={t.home.seeOrder} onTap={() => void go('order', { cardId })} />
}

const stopped: readonly ShownState[] = ['formallyLost', 'beingReissued', 'cancelled']

/** The one thing to do from here, by the card's state: activate it, report it, make the report formal, the way back, or on to the new card. */
export const MainAction = ({ card }: MainActionProps) => {
  const { t } = useCopy()
  const { cardId, socialSecurity: { state } } = card
  const reports = !stopped.includes(state)
  const isNew = state === 'notActivated'
  return (
    <View className="page-col">
      {isNew && <ActionButton icon="seal" words={t.home.activate} onTap={() => void go('activate', { cardId })} />}
      {reports && <ReportButton card={card} quiet={isNew} />}
      {isLost(card) && <ActionButton kind="second" icon="card-back" words={t.home.found} onTap={() => void go('release', { cardId })} />}
      <SeeButton card={card} quiet={reports || isLost(card)} />
      {lacksConsent(card) && <ToFamily />}
    </View>
  )
}
