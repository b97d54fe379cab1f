import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Cell } from '@/components/cell'
import { Notice } from '@/components/notice'
import type { IconName } from '@/components/icon-name'
import type { CardOnWire } from '@/contract'
import { useCopy } from '@/copy/context'
import type { OutletNeed } from '@/domain/words'
import { go } from '@/platform/navigation'
import { isTerminal } from '@/platform/terminal'
import { useHotline, useRules } from '../banks/use-rules'
import { actionOf, stepOf } from './actions'
import { lacksConsent } from './to-family'
import { toOutlets } from './to-outlets'

const ReportCell = ({ card }: { readonly card: CardOnWire }) => {
  const { t } = useCopy()
  const { allowed, reason } = actionOf(card, 'reportLoss')
  const temporary = card.socialSecurity.state === 'temporarilyLost'
  const second = temporary ? t.card.toFormalSecond : t.card.reportSecond
  return (
    <Cell
      icon="card-lost"
      title={temporary && allowed ? t.card.toFormal : t.card.report}
      second={allowed ? second : reason && t.reasons[reason]}
      off={!allowed}
      onTap={() => void go('reportLoss', { cardId: card.cardId })}
    />
  )
}

const ReleaseCell = ({ card }: { readonly card: CardOnWire }) => {
  const { t } = useCopy()
  const { allowed, reason } = actionOf(card, 'releaseLoss')
  // where it can be done instead is worth a screen: that one leads on
  const leadsOn = allowed || reason === 'releasedElsewhere' || reason === 'disputeOpen'
  return (
    <Cell
      icon="card-back"
      title={t.card.found}
      second={allowed ? t.card.foundSecond : reason && t.reasons[reason]}
      off={!leadsOn}
      onTap={() => void go('release', { cardId: card.cardId })}
    />
  )
}

/** Why a card's history is not shown to whoever looks: it never is to a proxy, nor to a guardian who has not agreed yet. */
const hiddenFrom = (card: CardOnWire) => {
  if (lacksConsent(card)) return 'guardianConsentNeeded'
  return card.holder.relation === 'proxy' ? 'holderOnly' : undefined
}

const HistoryCell = ({ card }: { readonly card: CardOnWire }) => {
  const { t } = useCopy()
  const hidden = hiddenFrom(card)
  return (
    <Cell
      icon="list"
      title={t.card.history}
      second={hidden ? t.reasons[hidden] : t.card.historySecond}
      off={Boolean(hidden)}
      onTap={() => void go('history', { cardId: card.cardId })}
    />
  )
}

/** What can be done with this card now, and under what cannot be done, why not. */
export const WhatNext = ({ card }: { readonly card: CardOnWire }) => {
  const { t } = useCopy()
  const { city } = card
  const lostNow = card.socialSecurity.state === 'temporarilyLost' || card.socialSecurity.state === 'formallyLost'
  const first = lostNow ? [<ReleaseCell key="release" card={card} />, <ReportCell key="report" card={card} />] : [<ReportCell key="report" card={card} />, <ReleaseCell key="release" card={card} />]
  return (
    <View className="sheet">
      {first}
      <Cell icon="print" title={t.home.services.reissue} second={t.card.reissueSecond} onTap={() => void go('whatHappened', { cardId: card.cardId })} />
      <HistoryCell card={card} />
      {card.holder.relation !== 'proxy' && !isTerminal()
        && <Cell icon="lock" title={t.card.password} second={t.card.passwordSecond} onTap={() => void go('servicePassword', { cardId: card.cardId })} />}
      <Cell icon="bank" title={t.card.banks} second={t.card.banksSecond} onTap={() => void go('banks', { city })} />
    </View>
  )
}

interface Way {
  readonly icon: IconName
  readonly words: string
  readonly open: () => void
}

interface Advice {
  readonly icon: IconName
  readonly title?: string
  readonly words: string
  readonly way: Way
}

const useOutletsFor = (card: CardOnWire) => {
  const { where } = useCopy().t.card
  return (need: Extract<OutletNeed, keyof typeof where> | ''): Way => ({ icon: 'pin', words: where[need || 'any'], open: () => toOutlets(card, need) })
}

/** What a state by itself asks of the citizen. */
const useStateAdvice = (card: CardOnWire): Advice | undefined => {
  const { t } = useCopy()
  const { cardId, city, socialSecurity, financial } = card
  const hotline = useHotline(city)
  const outletsFor = useOutletsFor(card)
  const activate: Way = { icon: 'seal', words: t.home.activate, open: () => void go('activate', { cardId }) }
  switch (socialSecurity.state) {
    case 'formallyLost': return { icon: 'print', title: t.card.reissue, words: t.card.reissueLines, way: outletsFor('instantReissue') }
    case 'beingReissued': return { icon: 'card-new', words: t.home.beingReissued, way: outletsFor('collect') }
    case 'notActivated': return { icon: 'seal', words: t.card.activate, way: activate }
    case 'locked': return { icon: 'lock', words: t.card.unlock(hotline), way: outletsFor('') }
    case 'inUse': return financial.state === 'notActivated' ? { icon: 'bank', words: t.plain.financial.notActivated.effect, way: activate } : undefined
    case 'temporarilyLost':
    case 'cancelled': return undefined
  }
}

/** A new card that is on its way says more than the state of the old one. */
const useAdvice = (card: CardOnWire): Advice | undefined => {
  const { t } = useCopy()
  const step = stepOf(card, t)
  const byState = useStateAdvice(card)
  return step ? { icon: 'card-new', words: step, way: { icon: 'list', words: t.home.seeOrder, open: () => void go('order', { cardId: card.cardId }) } } : byState
}

/** What the card asks of the citizen next, in words, and the way to it. */
export const WhereToGo = ({ card }: { readonly card: CardOnWire }) => {
  const advice = useAdvice(card)
  if (!advice) return null
  const { icon, title, words, way } = advice
  return (
    <View className="page-col">
      <Notice kind="info" icon={icon} {...(title && { title })}>{words}</Notice>
      <ActionButton kind="second" icon={way.icon} words={way.words} onTap={way.open} />
    </View>
  )
}

/** A card of another city follows that city's rules. */
export const OtherCity = ({ card }: { readonly card: CardOnWire }) => {
  const { t, language } = useCopy()
  const { name, hotline } = useRules(card.city)
  if (card.city === 'chengdu') return null
  const words = card.city === 'national' ? t.card.elsewhereUnknown(hotline.value) : t.card.elsewhere(name[language], hotline.value)
  return <Notice kind="info" icon="pin">{words}</Notice>
}
