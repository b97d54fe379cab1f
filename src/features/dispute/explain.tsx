import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { CallButton } from '@/components/call-button'
import { Heading, Subheading } from '@/components/heading'
import { Notice } from '@/components/notice'
import { Points } from '@/components/points'
import { Summary } from '@/components/summary'
import { Task } from '@/components/task'
import type { DataOf } from '@/contract'
import { useToldCopy } from '@/copy/told'
import type { Disputable } from '@/domain/words'
import { go } from '@/platform/navigation'
import { useHotline } from '../banks/use-rules'
import { actedBy } from '../card/acted-by'
import { actionOf } from '../card/actions'
import { useWhich } from '../card/use-holder'
import { CitizenScreen } from '../screen/citizen-screen'
import { Former } from './progress'

interface ExplainProps {
  readonly detail: DataOf<'card/get'>
  readonly about: Disputable
  readonly sending: boolean
  readonly onGo: () => void
  readonly onBack: () => void
}

/** Which report it is about: when, from where, by whom. */
const Made = ({ detail: { report } }: Pick<ExplainProps, 'detail'>) => {
  const { t, m, dates } = useToldCopy()
  if (!report) return null
  const second = t.history.from(dates.exact(report.reportedAt), t.words.channel[report.channel], actedBy(report, t))
  return <Summary rows={[{ label: m.dispute.made, value: t.words.kind[report.kind], second }]} />
}

/** What only the hotline can hold up until a counter is open. */
const asksHotline = (about: Disputable): boolean => about === 'reissueAccepted' || about === 'guardianLinked'

/** What cannot wait for a counter: the card is stopped, the new one held back, the password replaced. */
const First = ({ detail: { card }, about }: Pick<ExplainProps, 'detail' | 'about'>) => {
  const { t, m } = useToldCopy()
  const { cardId } = card
  const hotline = useHotline(card.city)
  const words = m.dispute[about]
  if (about === 'lossReported') return <Notice kind="info" icon="card">{words}</Notice>
  if (about === 'reportReleased' && !actionOf(card, 'reportLoss').allowed) return null
  return (
    <Task title={m.dispute.now}>
      <View>{words}</View>
      {about === 'reportReleased' && <ActionButton kind="second" icon="card-lost" words={m.dispute.report} onTap={() => void go('reportLoss', { cardId })} />}
      {about === 'passwordSet' && <ActionButton kind="second" icon="lock" words={m.dispute.reset} onTap={() => void go('servicePassword', { cardId })} />}
      {asksHotline(about) && <CallButton who={t.call.hotlineAsk} number={hotline} />}
    </Task>
  )
}

/** What cannot wait, then what saying so does, before anything is said. */
export const Explain = ({ detail, about, sending, onGo, onBack }: ExplainProps) => {
  const { m } = useToldCopy()
  const hotline = useHotline(detail.card.city)
  const dock = (
    <>
      <ActionButton words={m.dispute.go} busyWords={sending ? m.dispute.busy : undefined} onTap={onGo} />
      <ActionButton kind="plain" words={m.dispute.back} onTap={onBack} />
    </>
  )
  return (
    <CitizenScreen task title={m.titles.dispute} dock={dock} onBack={onBack}>
      <Heading words={m.dispute.ask[about]} second={useWhich(detail.card)} />
      {about === 'lossReported' && <Made detail={detail} />}
      <First detail={detail} about={about} />
      <Points icon="info" title={m.dispute.does} points={m.dispute.doesPoints} />
      {!asksHotline(about) && <CallButton quiet who={m.dispute.call} number={hotline} />}
      {detail.dispute && (
        <View className="page-col"><Subheading words={m.dispute.former} /><Former dispute={detail.dispute} /></View>
      )}
    </CitizenScreen>
  )
}
