import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { ActionButton } from '@/components/action-button'
import { Notice } from '@/components/notice'
import type { CardOnWire, MessageTemplate } from '@/contract'
import { useToldCopy } from '@/copy/told'
import { aria } from '@/platform/aria'
import { canAskLeave, openSettings } from '@/platform/subscribe'
import { NotDone, NowSo } from '../not-done'
import { useSubscribing, type Stage, type Subscribing } from './index'

interface AboutProps {
  /** What it is offered for; the platform asks for all there is at once. */
  readonly about: MessageTemplate
}

/** Said calmly, read out, with the ways on below. */
const Said = ({ words, children }: { readonly words: string; readonly children: ReactNode }) => (
  <View className="page-col">
    <View {...aria({ live: 'polite' })}><Notice kind="info">{words}</Notice></View>
    {children}
  </View>
)

const Ask = ({ about, stage, ask }: AboutProps & Pick<Subscribing, 'stage' | 'ask'>) => {
  const { m } = useToldCopy()
  return (
    <View>
      <ActionButton kind="second" icon="bell" words={m.subscribe.ask[about]} busyWords={stage === 'idle' ? undefined : m.subscribe.busy} onTap={ask} />
      <View className="why">{m.subscribe.why[about]}</View>
    </View>
  )
}

/** Not allowed: nothing is lost by it, and who thinks again can say so. */
const NotAllowed = ({ stage, ask }: { readonly stage: Extract<Stage, 'refused' | 'settings' | 'notAsked'>; readonly ask: () => void }) => {
  const { m } = useToldCopy()
  return (
    <Said words={m.subscribe[stage]}>
      {stage === 'settings' && openSettings && <ActionButton kind="second" words={m.subscribe.toSettings} onTap={openSettings} />}
      <ActionButton kind="plain" icon="bell" words={m.subscribe.again} onTap={ask} />
    </Said>
  )
}

const Unsure = ({ retry }: Pick<Subscribing, 'retry'>) => {
  const { t, m } = useToldCopy()
  return <Said words={m.subscribe.unsure}><ActionButton kind="second" icon="refresh" words={t.common.retry} onTap={retry} /></Said>
}

const Done = ({ allowed }: Pick<Subscribing, 'allowed'>) => {
  const { m } = useToldCopy()
  const [first, ...others] = allowed
  return <NowSo words={first && m.subscribe.done[others.length > 0 ? 'both' : first]} />
}

const Offer = ({ about }: AboutProps) => {
  const { m } = useToldCopy()
  const { offered, stage, allowed, failure, ask, retry } = useSubscribing()
  if (stage === 'idle' && !offered.includes(about)) return null
  switch (stage) {
    case 'done': return <Done allowed={allowed} />
    case 'unsure': return <Unsure retry={retry} />
    case 'failed': return <NotDone failure={failure} title={m.subscribe.failed} next={m.subscribe.failedNext} onRetry={retry} />
    case 'refused':
    case 'settings':
    case 'notAsked': return <NotAllowed stage={stage} ask={ask} />
    default: return <Ask about={about} stage={stage} ask={ask} />
  }
}

/** “Tell me when it changes”, where the platform can; nothing where it cannot. Whoever says no has the messages all the same. */
export const TellMe = (props: AboutProps) => (canAskLeave() ? <Offer {...props} /> : null)

/** The same beside a card: its holder is told what happens to it, and a child's guardian; who acts for another is not. */
export const TellMeOf = ({ card, ...props }: AboutProps & { readonly card: CardOnWire }) =>
  (card.holder.relation === 'proxy' ? null : <TellMe {...props} />)
