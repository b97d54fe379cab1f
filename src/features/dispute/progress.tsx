import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Mark, Result } from '@/components/result'
import { Steps, type Step } from '@/components/steps'
import { Summary } from '@/components/summary'
import type { CardOnWire, DisputeOnWire } from '@/contract'
import { useToldCopy } from '@/copy/told'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { actionOf } from '../card/actions'
import { toOutlets } from '../card/to-outlets'
import { useWhich } from '../card/use-holder'

/** How far a dispute is: said; then waiting for the counter, or how it ended. */
export const Former = ({ dispute: { about, openedAt, closedAt, outcome = 'dismissed' } }: { readonly dispute: DisputeOnWire }) => {
  const { m, dates } = useToldCopy()
  const { steps } = m.dispute
  const now = Date.now()
  const opened: Step = { key: 'opened', title: steps.opened, lines: [m.dispute.about[about], dates.moment(openedAt, now)], dot: 'good', ticked: true }
  const next: Step = closedAt
    ? { key: 'closed', title: steps[outcome], lines: [dates.moment(closedAt, now), steps.over], dot: 'good', ticked: true }
    : { key: 'waiting', title: steps.waiting, lines: [steps.waitingNow, ...steps.waitingLines], dot: 'todo' }
  return <Steps steps={[opened, next]} />
}

interface ProgressProps {
  readonly card: CardOnWire
  readonly dispute: DisputeOnWire
  /** It was said on this screen just now, or before, when it was to be said again; neither where one only looks how far it is. */
  readonly said?: 'now' | 'before' | undefined
}

const Where = ({ card }: Pick<ProgressProps, 'card'>) => {
  const { t, m } = useToldCopy()
  const { cardId } = card
  return (
    <>
      <Summary rows={[{ label: m.dispute.where, value: t.words.channel.counter }, { label: t.release.bring, value: m.dispute.bring }]} />
      <ActionButton icon="pin" words={m.dispute.toCounter} onTap={() => toOutlets(card)} />
      {actionOf(card, 'reportLoss').allowed
        && <ActionButton kind="second" icon="card-lost" words={m.dispute.report} onTap={() => void go('reportLoss', { cardId })} />}
    </>
  )
}

/** Said: what is stopped until it is settled, how far it is, and where it is settled; or how it ended. */
export const Progress = ({ card, dispute, said }: ProgressProps) => {
  const { m } = useToldCopy()
  const isOpen = !dispute.closedAt
  const hotline = useHotline(card.city)
  const which = useWhich(card)
  const { cardId } = card
  const openTitle = { now: m.dispute.done, before: m.dispute.already, looked: m.dispute.open }[said ?? 'looked']
  return (
    <View className="page-col">
      <Result title={isOpen ? openTitle : m.dispute.closed} second={isOpen ? m.dispute.next : which} picture={<Mark kind={isOpen ? 'todo' : 'good'} icon={isOpen ? 'clock' : 'ok'} />} />
      {isOpen && <View className="sub">{which}</View>}
      <Former dispute={dispute} />
      {isOpen && <Where card={card} />}
      <CallButton quiet who={m.dispute.call} number={hotline} />
      <ActionButton kind="plain" words={m.dispute.toHistory} onTap={() => void go('history', { cardId })} />
    </View>
  )
}
