import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Heading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Points } from '@/components/points'
import { Progress } from '@/components/progress'
import { Summary } from '@/components/summary'
import type { CardOnWire } from '@/contract'
import { useFamilyCopy } from '@/copy/family'
import { useHotline } from '../banks/use-rules'
import { saidDay } from '../family/said-day'
import { CitizenScreen } from '../screen/citizen-screen'
import type { Granting } from './index'

interface ConfirmProps {
  readonly card: CardOnWire
  readonly granting: Granting
  /** Which step of how many this is. */
  readonly at: number
  readonly of: number
  readonly onBack: () => void
}

const useRows = ({ card, granting: { draft, last } }: ConfirmProps) => {
  const { f } = useFamilyCopy()
  const { summary } = f.grant
  return [
    { label: summary.card, value: card.maskedNumber },
    { label: summary.purpose, value: draft.purpose ? f.purposes[draft.purpose] : '' },
    { label: summary.who, value: draft.name.trim(), second: draft.idNumber },
    { label: summary.until, value: f.grant.last(saidDay(last, f)) },
  ]
}

/** All of it once more in plain words, and a warning against strangers, before anyone is checked. */
export const Confirm = (props: ConfirmProps) => {
  const { f } = useFamilyCopy()
  const { card, granting, at, of, onBack } = props
  const hotline = useHotline(card.city)
  const dock = (
    <>
      <ActionButton words={f.grant.go} onTap={() => granting.goTo('check')} />
      <ActionButton kind="plain" words={f.grant.change} onTap={onBack} />
    </>
  )
  return (
    <CitizenScreen task title={f.titles.grant} dock={dock} onBack={onBack}>
      <Progress at={at} of={of} words={f.grant.step(at, of)} />
      <Heading words={f.grant.confirm} second={f.grant.confirmSecond} />
      <Summary rows={useRows(props)} />
      <Notice kind="todo" title={f.grant.warnTitle}>{f.grant.warn(hotline)}</Notice>
      <CallButton quiet who={f.grant.warnCall} number={hotline} />
      <Points icon="person" title={f.grant.effectsTitle} points={f.grant.effects} />
    </CitizenScreen>
  )
}
