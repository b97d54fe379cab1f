import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { CardObject } from '@/components/card-object'
import { facesOf } from '@/components/face'
import { Heading } from '@/components/heading'
import type { CardOnWire } from '@/contract'
import { useReissueCopy } from '@/copy/reissue'
import type { ShownState } from '@/domain/words'
import { go } from '@/platform/navigation'
import { useBank } from '../banks/use-bank'
import { useHotline } from '../banks/use-rules'
import { toOutlets } from '../card/to-outlets'
import { useHolder } from '../card/use-holder'
import { CitizenScreen } from '../screen/citizen-screen'

interface StateExplainedProps {
  readonly card: CardOnWire
  readonly onLost: () => void
  readonly onBack: () => void
}

interface WayOn {
  readonly words: string
  readonly open: () => void
}

/** What helps in each state, the likelier first. */
const useWaysOn = ({ card, onLost }: Omit<StateExplainedProps, 'onBack'>): readonly WayOn[] => {
  const { r: { happened: { state: said } } } = useReissueCopy()
  const { cardId } = card
  const release = { words: said.release, open: () => void go('release', { cardId }) }
  const reissueLost = { words: said.reissue, open: () => void go('reissue', { cardId, reason: 'lost' }) }
  const ways: Record<ShownState, readonly WayOn[]> = {
    inUse: [{ words: said.damaged, open: () => void go('reissue', { cardId, reason: 'damaged' }) }],
    temporarilyLost: [release, { words: said.reissue, open: onLost }],
    formallyLost: [release, reissueLost],
    notActivated: [{ words: said.activate, open: () => void go('activate', { cardId }) }],
    locked: [{ words: said.outlets, open: () => toOutlets(card) }],
    beingReissued: [{ words: said.order, open: () => void go('order', { cardId }) }],
    cancelled: [{ words: said.other, open: () => void go('card', { cardId }) }],
  }
  return ways[card.socialSecurity.state]
}

/** “Abnormal state”, as the pharmacy's machine says: what the card's state is, why that is so, and what helps. */
export const StateExplained = (props: StateExplainedProps) => {
  const { t, r } = useReissueCopy()
  const { card, onBack } = props
  const { state } = card.socialSecurity
  const [first, ...others] = useWaysOn(props)
  return (
    <CitizenScreen task title={r.titles.reissue} dock={first && <ActionButton words={first.words} onTap={first.open} />} onBack={onBack}>
      <Heading words={t.home.state[state](t.words.whose[card.holder.relation])} second={r.happened.state.why[state]} />
      <CardObject faces={facesOf(card)} bank={useBank(card).name} holder={useHolder(card)} />
      {others.map(({ words, open }) => <ActionButton key={words} kind="second" words={words} onTap={open} />)}
      <CallButton quiet who={r.happened.state.ask} number={useHotline(card.city)} />
      <View className="sub mid-text">{r.happened.state.tell}</View>
    </CitizenScreen>
  )
}
